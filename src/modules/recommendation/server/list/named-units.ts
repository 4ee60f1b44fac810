import type { Actor } from "#kernel/actor.ts";
import { unitsByCode, withPredecessors } from "#modules/organization/server/index.ts";
import { remembered } from "#platform/server/database/remembered.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import type { MatterFilter, NamedUnits } from "./matter-filter.ts";

/** The units that a filter names with those whose work they carry on: what came to a ward that was merged is in its heir's. */
export async function namedIn(
  db: Kysely<DB>,
  actor: Actor,
  { unit, lead, village }: MatterFilter,
): Promise<NamedUnits> {
  return {
    ...(unit && { unit: await namedWithThoseBefore(db, actor, unit) }),
    ...(lead && { lead: await namedWithThoseBefore(db, actor, lead) }),
    ...(village && { village: await namedWithThoseBefore(db, actor, village) }),
  };
}

export const namedWithThoseBefore = remembered(
  async (db: Kysely<DB>, _actor: Actor, code: string): Promise<string[]> => {
    const unit = (await unitsByCode(db, [code])).get(code);
    return unit ? withPredecessors(db, [unit.id]) : [];
  },
);
