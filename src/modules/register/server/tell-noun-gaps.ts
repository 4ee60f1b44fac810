import { isPaperNumber, paperNumberFault } from "#kernel/paper-number.ts";
import { Problem, type ProblemDefinition } from "#kernel/problem.ts";
import { conferenceProblems } from "#modules/conference/problems.ts";
import { recommendationProblems } from "#modules/recommendation/problems.ts";
import type { RegisterConference, RegisterPlan, RegisterTurn } from "../register-file.ts";
import type { RegisterProblem } from "../register-problem.ts";
import { chairedAsHead } from "./fresh-only.ts";
import { warn, type ImportWork } from "./import-work.ts";
import type { PlacedMatter } from "./placed-matter.ts";

// What the acts that plan, hold and receive would not have taken, and old papers have: told with its line, and taken.

/** Numbers of plans as papers do not bear them. */
export function tellGapsOfPlans(work: ImportWork, fresh: readonly RegisterPlan[]): void {
  const isNew = new Set(fresh);
  for (const [at, plan] of work.file.plans.entries())
    if (isNew.has(plan) && plan.symbol && !isPaperNumber(plan.symbol))
      warn(work, () => ({ path: `plans[${at}].symbol`, code: "register.paper_number", ...paperNumberFault }));
}

/** Whoever chaired in the head's stead, without the reason. */
export function tellGapsOfConferences(work: ImportWork, fresh: readonly RegisterConference[]): void {
  const isNew = new Set(fresh);
  for (const [at, held] of work.file.conferences.entries()) {
    if (!isNew.has(held)) continue;
    for (const [order, chair] of held.chairs.entries())
      if (!chairedAsHead(chair) && !chair.substitution_reason)
        warn(work, () =>
          as(
            conferenceProblems.substitution_without_reason,
            `conferences[${at}].chairs[${order}].substitution_reason`,
          ),
        );
  }
}

/** Who may be named, and is not. */
export function tellGapsOfTurns(work: ImportWork, fresh: readonly RegisterTurn[]): void {
  const isNew = new Set(fresh.map(({ ref }) => ref));
  for (const [at, { ref, naming, speaker }] of work.file.turns.entries())
    if (isNew.has(ref) && naming === "named" && !speaker)
      warn(work, () => as(conferenceProblems.speaker_needed, `turns[${at}].speaker`));
}

/** Where a conference was, by its ref. */
export type HeldAt = ReadonlyMap<string, { readonly unitId: string; readonly on: string }>;

/** Said at a conference of another unit, or collected beforehand after it. */
export function tellGapsOfMatters(
  work: ImportWork,
  fresh: readonly PlacedMatter[],
  unit: (code: string) => string,
  held: HeldAt,
): void {
  for (const { at, matter } of fresh) {
    const there = matter.conference ? held.get(matter.conference) : undefined;
    if (!there) continue;
    if (there.unitId !== unit(matter.unit))
      warn(work, () => as(recommendationProblems.conference_elsewhere, `recommendations[${at}].conference`));
    if (matter.channel === "collected_beforehand" && matter.received_on > there.on)
      warn(work, () =>
        as(recommendationProblems.collected_too_late, `recommendations[${at}].received_on`, { on: there.on }),
      );
  }
}

function as(
  definition: ProblemDefinition,
  path: string,
  values: Record<string, string> = {},
): RegisterProblem {
  const { vi, en } = new Problem(definition, { values });
  return { path, code: definition.code, vi, en };
}
