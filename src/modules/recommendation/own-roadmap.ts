import type { MatterState } from "./matter.ts";
import type { Refusal } from "./moves/move-row.ts";
import type { Move } from "./status-transitions.ts";

/** What takes work out of what is late, though nothing was answered. */
export const takesOutOfLate: ReadonlySet<Move> = new Set(["schedule", "block"]);

/**
 * Why whoever leads the work may not give it a roadmap, or call it blocked, by themselves; null where they may. Once the date has
 * passed only those agree to it who may extend: until then it stays late in every count. `today` is the day of entry, so that
 * no earlier day of the step helps.
 */
export function refusalOfOwnRoadmap({ status, dueOn }: MatterState, today: string): Refusal | null {
  if (status !== "in_hand" || dueOn === null || dueOn >= today) return null;
  return { problem: "roadmap_over_late", values: { due: dueOn } };
}
