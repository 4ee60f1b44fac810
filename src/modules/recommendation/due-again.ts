import { lastFact } from "./by-day.ts";
import type { MatterEvent, MatterState } from "./matter.ts";
import { isFromAbove } from "./words-from-above.ts";

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

/**
 * Whether a reopening leaves a matter in hand with no date: it names none, and there was none before. One that was reopened
 * above is not in hand here, it waits for the answer from there.
 */
export function lacksDue(fact: MatterEvent, before: Pick<MatterState, "dueOn">): boolean {
  return fact.act === "reopen" && !fact.dueOn && before.dueOn === null && !isFromAbove(fact);
}

/**
 * The date of a matter that is taken up again because another was merged into it, where `again` is what it would have by itself:
 * nobody gains time by a merge, so what is owed of the other by an earlier day, late or not, is owed by that day. Null where the
 * date that it has stays.
 */
export function dueWithMerged(
  merged: Pick<MatterState, "class" | "dueOn">,
  { dueOn }: Pick<MatterState, "dueOn">,
  again: string | null,
): string | null {
  const owed = merged.class === "in_hand" ? merged.dueOn : null;
  const own = again ?? dueOn;
  return owed !== null && (own === null || owed < own) ? owed : again;
}

const dayOf = (day: string) => Temporal.PlainDate.from(day);
