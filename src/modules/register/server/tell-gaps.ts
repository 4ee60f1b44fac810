import { Problem } from "#kernel/problem.ts";
import { byDay } from "#modules/recommendation/by-day.ts";
import { gapBefore, gapsIn, type Gap, type Lacking } from "#modules/recommendation/fact-gaps.ts";
import type { MatterEvent } from "#modules/recommendation/matter.ts";
import { stateBefore } from "#modules/recommendation/more-time.ts";
import { recommendationProblems } from "#modules/recommendation/problems.ts";
import { problemAt, type RegisterProblem } from "../register-problem.ts";
import { warn, type ImportWork } from "./import-work.ts";

const words: Readonly<Record<Lacking["lacks"], readonly [vi: string, en: string]>> = {
  reason: ["lý do", "the reason"],
  text: ["nội dung", "the words"],
  due: ["hạn", "the date"],
  until: ["ngày hoàn thành", "the day by which it will be done"],
  review_on: ["ngày xem xét lại", "the day on which it is looked at again"],
  to: ["nơi chuyển đến", "where it was routed"],
};

/** A fact that is new, with its place in the file's list. */
type Entered = { readonly at: number; readonly fact: MatterEvent };

/**
 * What the acts would not have taken of the facts that come in, and paper has: told with its line, so that nobody takes a
 * refusal without its ground, or a promise for a day before, for what the register meant.
 * @param facts all of the matter, those that are there too
 */
export function tellGaps(
  work: ImportWork,
  matterAt: number,
  entered: readonly Entered[],
  facts: readonly MatterEvent[],
): void {
  for (const { at, fact } of entered) {
    const before = dependsOnBefore(fact) ? gapBefore(stateBefore(byDay(facts), fact), fact) : null;
    for (const gap of [...gapsIn(fact), ...(before ? [before] : [])])
      warn(work, () => told(gap, `recommendations[${matterAt}].events[${at}]`));
  }
}

/** So few facts are judged by how the matter stood that the others need no second look at its history. */
function dependsOnBefore({ act, reason, dueOn }: MatterEvent): boolean {
  return act === "ask_extension" || (act === "close" && !reason) || (act === "reopen" && !dueOn);
}

function told(gap: Gap, event: string): RegisterProblem {
  if ("lacks" in gap) {
    const [what, what_en] = words[gap.lacks];
    return problemAt(`${event}.${gap.lacks}`, "lacks", { what, what_en });
  }
  if ("vi" in gap)
    return { path: `${event}.${gap.field}`, code: "register.paper_number", vi: gap.vi, en: gap.en };
  const { definition, vi, en } = new Problem(recommendationProblems[gap.problem], gap);
  // The ground of an answer stands in its words.
  const field = gap.field === "basis" ? "text" : gap.field;
  return { path: field ? `${event}.${field}` : event, code: definition.code, vi, en };
}
