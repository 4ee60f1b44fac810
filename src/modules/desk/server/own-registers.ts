import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import type { ReadScope } from "#modules/organization/server/index.ts";
import { readableIn, unitsRead } from "#modules/recommendation/server/index.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";

/**
 * That a matter `p`, `r`, `u` (as in `presentMatters`) is in the register of a unit that the actor reads whole, or was handed
 * over to it; what was only given to them, or raised in their village, is not. Few units are named one by one, so that no
 * other's matters are read.
 */
export async function inOwnRegisters(
  db: Kysely<DB>,
  actor: Actor,
  scope: ReadScope,
  today: string,
): Promise<RawBuilder<boolean>> {
  const own = { ...scope, assignedTo: [], runs: [], villages: [] };
  const lies = readableIn(own, today);
  const units = await unitsRead(db, actor);
  if (!units) return lies;
  const handedOver = scope.handedOver ?? [];
  const there = sql<boolean>`p.unit_id = any(${[...units]}::uuid[])`;
  const within =
    handedOver.length > 0
      ? sql<boolean>`(${there} or p.recommendation_id = any(${[...handedOver]}::uuid[]))`
      : there;
  return sql<boolean>`(${within} and ${lies})`;
}
