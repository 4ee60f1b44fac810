import type { Actor } from "#kernel/actor.ts";
import { permittedPost, type Grant } from "#kernel/permission.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import { standing } from "./standing.ts";

/**
 * Whether an actor may do what a grant allows, at a unit, today (a day in Việt Nam). For pages, to offer only
 * what can be done; the act itself judges again. `unitId: null` is the whole product.
 */
export async function mayDo(
  db: Kysely<DB>,
  actor: Actor | null,
  grant: Grant,
  unitId: string | null,
  today: string,
): Promise<boolean> {
  if (!actor) return false;
  if (actor.kind === "system") return true;
  return permittedPost(grant, await standing(db, actor.posts, { unitId }, today)) !== null;
}
