import { Problem } from "#kernel/problem.ts";
import { administers, unitsKeeping } from "#modules/organization/server/index.ts";
import type { Asking } from "#platform/server/act/act.ts";
import { identityProblems as problems } from "../problems.ts";

/**
 * Whoever keeps an account can act in all its person's posts, those to come as well, and reads what was told to them in
 * those of the past, so the administrator must be above every one of them: a commune cannot reach a province's leader
 * through the small post that he also holds there, nor one who came from elsewhere.
 * @throws Problem `not_in_unit`, `beyond_own_rights`
 */
export async function mustBeOver(asking: Asking, personId: string, unitId: string): Promise<void> {
  const { trx, actor } = asking;
  // Whoever never held a post is kept by nobody here: brought in by no unit.
  const appointed = await trx
    .selectFrom("post")
    .select("id")
    .where("person_id", "=", personId)
    .executeTakeFirst();
  const units = appointed ? await unitsKeeping(trx, { id: personId, brought_by: null }) : [];
  if (!units.includes(unitId)) throw new Problem(problems.not_in_unit, { field: "unit" });
  if (actor.kind === "system") return;
  for (const unit of units) {
    if (!(await administers(asking, unit))) throw new Problem(problems.beyond_own_rights);
  }
}
