import { capacities, type Capacity } from "#kernel/actor.ts";
import { moveRows } from "./moves/move-rows.ts";

/**
 * Who could take up in a unit what is passed up to it: those who rule there, by the right of ruling. A statistician, the
 * administrator or the Front of that unit cannot, so a reply to what only they would see comes on paper.
 */
export const rulingCapacities: readonly Capacity[] = capacities.filter((capacity) =>
  moveRows.rule.may[capacity]?.includes("self"),
);
