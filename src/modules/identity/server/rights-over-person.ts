import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { permittedPost } from "#kernel/permission.ts";
import { Problem } from "#kernel/problem.ts";
import { postsHeldOn, standing } from "#modules/organization/server/index.ts";
import type { Kysely, Transaction } from "kysely";
import { mayKeepAccounts } from "../permissions.ts";
import { identityProblems as problems } from "../problems.ts";

type Asked = { trx: Transaction<DB>; actor: Actor; today: string };

/**
 * Whoever keeps an account can act in all its person's posts, so the administrator must be above every one of
 * them: a commune cannot reach a province's leader through the small post that he also holds there.
 * @throws Problem `not_in_unit`, `beyond_own_rights`
 */
export async function mustBeOver(asked: Asked, personId: string, unitId: string): Promise<void> {
  const { trx, actor, today } = asked;
  const posts = await postsHeldOn(trx, personId, today);
  if (!posts.some((post) => post.unitId === unitId))
    throw new Problem(problems.not_in_unit, { field: "unit" });
  if (actor.kind === "system") return;
  for (const post of posts) {
    if (!(await administers(asked, post.unitId))) throw new Problem(problems.beyond_own_rights);
  }
}

type Reading = Omit<Asked, "trx"> & { readonly trx: Kysely<DB> };

/** Whether the actor is administrator of a unit, or of one above it. */
export async function administers({ trx, actor, today }: Reading, unitId: string): Promise<boolean> {
  if (actor.kind === "system") return true;
  return permittedPost(mayKeepAccounts, await standing(trx, actor.posts, { unitId }, today)) !== null;
}
