import { Problem } from "#kernel/problem.ts";
import { stateAfter } from "#modules/recommendation/apply-event.ts";
import type { MatterEvent, MatterState } from "#modules/recommendation/matter.ts";
import { keeperOf, type Matter } from "#modules/recommendation/server/index.ts";
import { handOverFact, partIn, type Part } from "../line.ts";

type Given = { readonly from: string; readonly to: string; readonly on: string; readonly symbol?: string };
type Fact = { readonly fact: MatterEvent; readonly part: Part; readonly state: MatterState };

/**
 * The fact by which a matter goes over: on the day of the record, or as soon after it as the unit had a part in the matter,
 * its history allows it, and nothing later gives the unit the work again. With how the matter stood on that day.
 * @throws Problem why not even on the last of these days
 */
export function factOfHandOver(matter: Matter, given: Given, today: string): Fact {
  let why: unknown;
  for (const on of daysFrom(matter, given.on, today)) {
    try {
      const found = factOn(matter, { ...given, on });
      if (found) return found;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      why = problem;
    }
  }
  throw why ?? new Error(`${matter.code} is with no unit that hands it over`);
}

function daysFrom({ receivedOn, events }: Matter, first: string, today: string): string[] {
  const days = new Set([first, receivedOn, ...events.map(({ on }) => on), today]);
  return [...days].filter((day) => day >= first && day >= receivedOn && day <= today).toSorted();
}

function factOn(matter: Matter, given: Given): Fact | null {
  const { unitId, receivedOn, events } = matter;
  const partAfter = (facts: readonly MatterEvent[], state: MatterState) =>
    partIn(given.from, keeperOf({ unitId, events: facts }), state);
  const known = events.filter(({ on }) => on <= given.on);
  const state = stateAfter(receivedOn, known);
  const part = partAfter(known, state);
  if (!part) return null;
  const fact = handOverFact(given, part, state);
  const all = [...events, fact];
  return partAfter(all, stateAfter(receivedOn, all)) ? null : { fact, part, state };
}
