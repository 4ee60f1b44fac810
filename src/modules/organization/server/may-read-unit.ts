import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import { organizationProblems as problems } from "../problems.ts";
import { readScope } from "./read-scope.ts";
import { unitByCode } from "./unit.store.ts";

/**
 * Whether all of a unit's register may be read: the unit lies, or once lay, under one that is open to the actor.
 * @throws Problem `unit_not_readable`, `unit_not_found`
 */
export async function mayReadUnit(db: Kysely<DB>, actor: Actor, code: string): Promise<void> {
  const scope = await readScope(db, actor);
  const unit = await unitByCode(db, code, "unit");
  if (scope.everything) return;
  if (scope.subtreeOf.length === 0) throw new Problem(problems.unit_not_readable, { field: "unit" });
  const line = await db
    .selectFrom("unit_ancestry")
    .select("depth")
    .where("descendant_id", "=", unit.id)
    .where("ancestor_id", "in", [...scope.subtreeOf])
    .executeTakeFirst();
  if (!line) throw new Problem(problems.unit_not_readable, { field: "unit" });
}
