import { applyEvent } from "./apply-event.ts";
import { byDay } from "./by-day.ts";
import { receivedState, type MatterEvent, type MatterState } from "./matter.ts";
import { recommendationProblems as problems } from "./problems.ts";
import { Problem } from "#kernel/problem.ts";

/**
 * Why an assignment may not give the time it gives; null where it may. Work in hand gets more time by an extension, which is
 * asked for, counted and told to the Front. An assignment of a day is judged by how the matter stood on that day and by the
 * assignment that takes its work up: neither may have more time by the other than it has by itself.
 * @param facts what is written down already, a legal history
 * @param added the assignment among what is entered with it
 * @throws Problem where the facts do not allow the assignment on its day at all
 */
export function moreTimeFault(
  facts: readonly MatterEvent[],
  added: MatterEvent,
  entered: readonly MatterEvent[] = [added],
): Problem | null {
  const order = byDay([...facts, ...entered]);
  const at = order.indexOf(added);
  const before = stateBefore(order, added);
  if (getsMoreTime(before, added)) return longer(before.dueOn);
  const next = order.findIndex(({ act }, index) => index > at && act === "assign");
  const taker = order[next];
  if (!taker || entered.includes(taker) || !taker.dueOn || !added.dueOn) return null;
  const there = order.slice(at, next).reduce(applyEvent, before);
  if (!isWorkedOn(there)) return null;
  if (getsMoreTime(there, taker) && !getsMoreTime(stateBefore(byDay(facts), taker), taker))
    return longer(there.dueOn);
  return added.dueOn > taker.dueOn ? longer(taker.dueOn) : null;
}

/** How a matter stood before one of its facts, which are in the order of their days. */
export function stateBefore(order: readonly MatterEvent[], fact: MatterEvent): MatterState {
  return order.slice(0, order.indexOf(fact)).reduce(applyEvent, receivedState);
}

/** Work that is blocked can ask for nothing; it gets another date, but not once the one it had has passed. */
function getsMoreTime(state: MatterState, { on, dueOn: due }: MatterEvent): boolean {
  if (!isWorkedOn(state) || state.dueOn === null || !due || due <= state.dueOn) return false;
  return state.status === "in_hand" || on > state.dueOn;
}

function isWorkedOn({ status, assignmentActive }: MatterState): boolean {
  return assignmentActive && (status === "in_hand" || status === "blocked");
}

function longer(due: string | null): Problem {
  return new Problem(problems.longer_by_extension, { field: "due", values: { due: due! } });
}
