import type { Actor } from "#kernel/actor.ts";
import { readsWholeUnits } from "#modules/desk/desk.ts";

/** Whether the page that compares plans with what was held opens to an actor; a village and an agency have none. */
export function mayCompare(actor: Actor): boolean {
  return actor.kind === "system" || actor.posts.some(({ capacity }) => readsWholeUnits(capacity));
}
