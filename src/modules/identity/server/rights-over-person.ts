import { Problem } from "#kernel/problem.ts";
import { administers, unitsKeeping, unitsOfPresentPosts } from "#modules/organization/server/index.ts";
import type { Asking } from "#platform/server/act/act.ts";
import { identityProblems as problems } from "../problems.ts";

/**
 * Whoever gives an account a new password can act in all its person's posts, those to come as well, and reads what was told to
 * them in those of the past, so the administrator must be above every one of them: a commune cannot reach a province's leader
 * through the small post that he also holds there, nor one who came from elsewhere.
 * @throws Problem `not_in_unit`, `beyond_own_rights`
 */
export async function mustBeOver(asking: Asking, personId: string, unitId: string): Promise<void> {
  const { trx } = asking;
  // Whoever never held a post is kept by nobody here: brought in by no unit.
  const appointed = await trx
    .selectFrom("post")
    .select("id")
    .where("person_id", "=", personId)
    .executeTakeFirst();
  const units = appointed ? await unitsKeeping(trx, { id: personId, brought_by: null }) : [];
  await mustAdminister(asking, units, unitId);
}

/**
 * Whether an account may be used is for whoever is above the posts that it serves, now and to come, or served last: locking and
 * unlocking show nothing and hand nothing over, so an earlier post elsewhere has no say in it.
 * @throws Problem `not_in_unit`, `beyond_own_rights`
 */
export async function mustBeOverPresentPosts(
  asking: Asking,
  personId: string,
  unitId: string,
): Promise<void> {
  await mustAdminister(asking, await unitsOfPresentPosts(asking.trx, personId, asking.today), unitId);
}

async function mustAdminister(asking: Asking, units: readonly string[], unitId: string): Promise<void> {
  if (!units.includes(unitId)) throw new Problem(problems.not_in_unit, { field: "unit" });
  if (asking.actor.kind === "system") return;
  for (const unit of units) {
    if (!(await administers(asking, unit))) throw new Problem(problems.beyond_own_rights);
  }
}
