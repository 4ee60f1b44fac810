import type { Actor } from "#kernel/actor.ts";
import { unitNarrowedTo, withPredecessors } from "#modules/organization/server/index.ts";
import { Problem } from "#kernel/problem.ts";
import { remembered } from "#platform/server/database/remembered.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import { recommendationProblems as problems } from "../../problems.ts";
import type { MatterFilter, NamedUnits } from "./matter-filter.ts";

/**
 * The units that a filter names with those whose work they carry on: what came to a ward that was merged is in its heir's.
 * @throws Problem `organization.unit_not_found`, `field_not_found` where a code is nobody's
 */
export async function namedIn(
  db: Kysely<DB>,
  actor: Actor,
  { unit, lead, village, field }: MatterFilter,
): Promise<NamedUnits> {
  if (field && !(await isField(db, actor, field)))
    throw new Problem(problems.field_not_found, { field: "field" });
  return {
    ...(unit && { unit: await namedWithThoseBefore(db, actor, unit, "unit") }),
    ...(lead && { lead: await namedWithThoseBefore(db, actor, lead, "lead") }),
    ...(village && { village: await namedWithThoseBefore(db, actor, village, "village") }),
  };
}

export const namedWithThoseBefore = remembered(
  async (db: Kysely<DB>, actor: Actor, code: string, field: string): Promise<string[]> =>
    withPredecessors(db, [await unitNarrowedTo(db, actor, code, field)]),
);

const isField = remembered(async (db: Kysely<DB>, _actor: Actor, code: string): Promise<boolean> => {
  const found = await db.selectFrom("field").select("code").where("code", "=", code).executeTakeFirst();
  return found !== undefined;
});
