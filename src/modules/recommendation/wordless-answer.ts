import { lastFact } from "./by-day.ts";
import type { MatterEvent } from "./matter.ts";

/** The answer given at a conference of which nobody has written down what was said, or undefined. */
export function wordlessAnswer(events: readonly MatterEvent[]): MatterEvent | undefined {
  const last = lastFact(events, ({ act }) => act === "rule");
  return last?.ruling === "answered_now" && !last.text ? last : undefined;
}
