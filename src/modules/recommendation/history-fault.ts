import { Problem } from "#kernel/problem.ts";
import { applyEvent } from "./apply-event.ts";
import { byDay } from "./by-day.ts";
import { receivedState, type MatterEvent } from "./matter.ts";
import { moveWords } from "./moves/move-rows.ts";
import { recommendationProblems as problems } from "./problems.ts";

/** The first event that may not stand where it stands, by its place in the list given; null for a legal history. */
export function historyFault(events: readonly MatterEvent[]): { at: number; problem: Problem } | null {
  const order = byDay(events.map((event, at) => ({ event, at, on: event.on })));
  let state = receivedState;
  for (const { event, at } of order) {
    try {
      state = applyEvent(state, event);
    } catch (problem) {
      if (problem instanceof Problem) return { at, problem };
      throw problem;
    }
  }
  return null;
}

/**
 * Refuses a fact that does not fit among those that are known. Where it is a later one that could not stand any more, that one is
 * named: whoever enters something of an earlier day has to know what is in its way.
 * @throws Problem `leaves_later_step`, or why the fact itself cannot be
 */
export function refuseUnfitting(known: readonly MatterEvent[], event: MatterEvent): void {
  const fault = historyFault([...known, event]);
  if (!fault) return;
  const later = known[fault.at];
  if (!later) throw fault.problem;
  const [move, other] = [moveWords[event.act], moveWords[later.act]];
  const values = { move: move.vi, move_en: move.en, on: event.on, later: other.vi, later_en: other.en };
  throw new Problem(problems.leaves_later_step, { field: "on", values: { ...values, later_on: later.on } });
}
