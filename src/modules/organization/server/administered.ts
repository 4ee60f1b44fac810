import type { Actor, Capacity } from "#kernel/actor.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import { mayAdminister, mayKeepUnits } from "../permissions.ts";
import { centre } from "./unit.store.ts";

/** The units whose people and posts an actor keeps: those where they are administrator; all for the product. */
export async function administeredBy(db: Kysely<DB>, actor: Actor): Promise<string[]> {
  return heldIn(db, actor, mayAdminister);
}

/** The units under which an actor may make others. */
export async function keptBy(db: Kysely<DB>, actor: Actor): Promise<string[]> {
  return heldIn(db, actor, mayKeepUnits);
}

async function heldIn(db: Kysely<DB>, actor: Actor, grant: object): Promise<string[]> {
  if (actor.kind === "system") return [(await centre(db)).id];
  const named: ReadonlySet<Capacity> = new Set(Object.keys(grant) as Capacity[]);
  return actor.posts.filter(({ capacity }) => named.has(capacity)).map(({ unitId }) => unitId);
}
