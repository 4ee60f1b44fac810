import { stateAfter } from "./apply-event.ts";
import { historyFault } from "./history-fault.ts";
import { isOpen, type MatterEvent } from "./matter.ts";
import { reopenedAbove, waitsAgain } from "./words-from-above.ts";

type Below = { readonly receivedOn: string; readonly events: readonly MatterEvent[] };
/** Days, `YYYY-MM-DD`: that of the reopening above, and the last on which something may be written down. */
type Days = { readonly first: string; readonly last: string };

/**
 * What a matter below lives through when the one above with a code is taken up again: it is open, and waits for the answer
 * from there, on that day or as soon after it as its own history allows. Nothing where it waits already, or goes on
 * elsewhere. The unit above is still to be named.
 */
export function factsOfReopeningAbove(below: Below, code: string, { first, last }: Days): MatterEvent[] {
  const { status } = stateAfter(below.receivedOn, below.events);
  if (status === "passed_up" || status === "merged" || status === "routed_out") return [];
  const days = new Set([first, ...below.events.map(({ on }) => on), last]);
  for (const on of [...days].filter((day) => day >= first && day <= last).toSorted()) {
    const facts = factsOn(below, code, on);
    if (leadToWaiting(below, facts)) return facts;
  }
  throw new Error(`what was reopened above cannot be open below by ${last}`);
}

/** What is in hand here is passed up; what has ended is reopened before that. */
function factsOn({ receivedOn, events }: Below, code: string, on: string): MatterEvent[] {
  const known = events.filter((event) => event.on <= on);
  const waiting: MatterEvent = { act: "forward_up", on, text: waitsAgain(code) };
  if (isOpen(stateAfter(receivedOn, known).class)) return [waiting];
  return [{ act: "reopen", on, reason: reopenedAbove(code) }, waiting];
}

function leadToWaiting({ receivedOn, events }: Below, facts: readonly MatterEvent[]): boolean {
  const all = [...events, ...facts];
  return historyFault(all) === null && stateAfter(receivedOn, all).status === "passed_up";
}
