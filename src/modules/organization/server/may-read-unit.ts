import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import { organizationProblems as problems } from "../problems.ts";
import { readScope } from "./read-scope.ts";
import { unitByCode } from "./unit.store.ts";

/**
 * Whether all of a unit's register may be read: the unit is that of one of the actor's posts, or lies or once lay below.
 * @throws Problem `unit_not_found`, also for what the actor may not know of
 */
export async function mayReadUnit(db: Kysely<DB>, actor: Actor, code: string): Promise<void> {
  const { everything, subtreeOf } = await readScope(db, actor);
  const unit = await unitByCode(db, code, "unit");
  if (everything) return;
  const line =
    subtreeOf.length > 0 &&
    (await db
      .selectFrom("unit_ancestry")
      .select("depth")
      .where("descendant_id", "=", unit.id)
      .where("ancestor_id", "in", [...subtreeOf])
      .executeTakeFirst());
  if (!line) throw new Problem(problems.unit_not_found, { values: { code }, field: "unit" });
}
