import { lastFact } from "./by-day.ts";
import type { MatterEvent } from "./matter.ts";

/** The day promised with the ruling, and the other one that the work was given; `YYYY-MM-DD`. */
export type DepartedPromise = {
  readonly promisedOn: string;
  readonly givenOn: string;
  /** Whether it was answered by the promised day all the same; null while it is not answered. */
  readonly kept: boolean | null;
};

type Told = {
  readonly events: readonly Pick<MatterEvent, "act" | "on" | "dueOn">[];
  readonly originalDueOn: string | null;
  readonly answeredOn: string | null;
};

/**
 * What was promised where the work got another date first: figures count by that one, so whoever was in the room is told here
 * what became of theirs. Null where nothing was promised, or the work was given by that day, or to nobody yet.
 */
export function departedPromise({ events, originalDueOn, answeredOn }: Told): DepartedPromise | null {
  const promisedOn = lastFact(events, ({ act }) => act === "rule")?.dueOn ?? null;
  const assigned = events.some(({ act }) => act === "assign");
  if (promisedOn === null || originalDueOn === null || !assigned || promisedOn === originalDueOn) return null;
  return { promisedOn, givenOn: originalDueOn, kept: answeredOn === null ? null : answeredOn <= promisedOn };
}
