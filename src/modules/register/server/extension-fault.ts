import { historyFault } from "#modules/recommendation/history-fault.ts";
import type { MatterEvent } from "#modules/recommendation/matter.ts";
import { moreTimeFault } from "#modules/recommendation/more-time.ts";
import { moveWords } from "#modules/recommendation/moves/move-rows.ts";
import { problemAt, type RegisterProblem } from "../register-problem.ts";
import type { PlacedMatter } from "./placed-matter.ts";

/** An event that is new, with its place in the file's list. */
type Added = { readonly at: number; readonly fact: MatterEvent };

/**
 * Why the new events cannot be added to what is recorded, or undefined. On one day they come after what is there: a
 * file that puts one before says something else, and to write it behind would be a lie.
 * @param standing places in the file's list of the events that are there already
 */
export function extensionFault(
  { at: matterAt, matter }: PlacedMatter,
  facts: readonly MatterEvent[],
  added: readonly Added[],
  standing: ReadonlySet<number>,
): RegisterProblem | undefined {
  const pathOf = (at: number) => `recommendations[${matterAt}].events[${at}]`;
  for (const { at, fact } of added) {
    const later = matter.events.find((one, index) => index > at && one.on === fact.on && standing.has(index));
    if (later)
      return problemAt(pathOf(at), "before_step_there", {
        day: fact.on,
        ...named("there", later.act),
        ...named("step", fact.act),
      });
  }
  const fault = historyFault([...facts, ...added.map(({ fact }) => fact)]);
  if (!fault) return addedTimeFault(facts, added, pathOf);
  const { vi, en, definition } = fault.problem;
  const own = added[fault.at - facts.length];
  if (own) return { path: pathOf(own.at), code: definition.code, vi, en };
  const there = facts[fault.at]!;
  const cause = added.findLast(({ fact }) => fact.on < there.on) ?? added[0]!;
  const values = { day: there.on, ...named("there", there.act), reason: vi, reason_en: en };
  return problemAt(pathOf(cause.at), "step_there_fails", values);
}

/**
 * Among what is there an assignment is judged as the act judges it. What comes after all of it goes on with the register's
 * history, in which a later date is an extension by another name.
 */
function addedTimeFault(
  facts: readonly MatterEvent[],
  added: readonly Added[],
  pathOf: (at: number) => string,
): RegisterProblem | undefined {
  const entered = added.map(({ fact }) => fact);
  for (const { at, fact } of added) {
    if (fact.act !== "assign" || !facts.some(({ on }) => on > fact.on)) continue;
    const problem = moreTimeFault(facts, fact, entered);
    if (problem) return { path: pathOf(at), code: problem.definition.code, vi: problem.vi, en: problem.en };
  }
  return undefined;
}

function named(key: string, act: MatterEvent["act"]): Record<string, string> {
  return { [key]: moveWords[act].vi, [`${key}_en`]: moveWords[act].en };
}
