import type { Actor } from "#kernel/actor.ts";
import type { Grant } from "#kernel/permission.ts";
import { readsWholeUnits } from "#modules/desk/desk.ts";
import { readPost } from "#modules/organization/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";

/** The units for which a person may do what a grant allows, through the posts held now; by code. */
export async function unitsWithGrant(
  actor: Actor,
  grant: Grant,
  today: string,
): Promise<{ code: string; name: string }[]> {
  if (actor.kind === "system") return [];
  const { db } = currentDatabase();
  const held = actor.posts.filter(({ capacity }) => grant[capacity]?.includes("self"));
  const posts = await Promise.all(held.map(({ id }) => readPost(db, id, today)));
  const byCode = new Map(posts.map(({ unitCode, unitName }) => [unitCode, unitName]));
  return [...byCode].map(([code, name]) => ({ code, name }));
}

/** A whole number in an address, or null where it means nothing. */
export function wholeIn(text: string | null, minimum: number, maximum: number): number | null {
  const value = /^\d{1,6}$/.test(text ?? "") ? Number(text) : NaN;
  return value >= minimum && value <= maximum ? value : null;
}

/** Whether the page that compares plans with what was held opens to an actor; a village and an agency have none. */
export function mayCompare(actor: Actor): boolean {
  return actor.kind === "system" || actor.posts.some(({ capacity }) => readsWholeUnits(capacity));
}
