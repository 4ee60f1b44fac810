import { lastFact } from "./by-day.ts";
import type { MatterEvent, MatterState } from "./matter.ts";

type Told = {
  readonly events: readonly MatterEvent[];
  readonly state: Pick<MatterState, "dueOn" | "originalDueOn">;
};

/**
 * The date by which a matter reopened on a day is to be answered where nobody names one: as long from then as was given for
 * it the first time. Null where its date is still to come, or it never had one.
 */
export function dueAgain({ events, state: { dueOn, originalDueOn } }: Told, on: string): string | null {
  if (dueOn === null || originalDueOn === null || dueOn >= on) return null;
  const given = lastFact(events, (event) => event.dueOn === originalDueOn && event.on <= originalDueOn);
  const days = given ? dayOf(given.on).until(dayOf(originalDueOn)).days : 0;
  return dayOf(on)
    .add({ days: Math.max(days, 1) })
    .toString();
}

const dayOf = (day: string) => Temporal.PlainDate.from(day);
