import type { Actor } from "#kernel/actor.ts";
import { mayAdminister } from "#modules/organization/permissions.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { Problem } from "#kernel/problem.ts";

/** A post is shown for change to those alone who may change it. @throws Problem `not_permitted` */
export async function refuseStrangers(actor: Actor, unitId: string, today: string): Promise<void> {
  const allowed = await mayDo(currentDatabase().db, actor, mayAdminister, unitId, today);
  if (!allowed) throw new Problem(actProblems.not_permitted);
}
