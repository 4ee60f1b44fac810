import { Problem } from "#kernel/problem.ts";
import { applyEvent } from "./apply-event.ts";
import { byDay } from "./by-day.ts";
import { receivedState, type MatterEvent } from "./matter.ts";

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
