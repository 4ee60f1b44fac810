import type { Actor } from "#kernel/actor.ts";
import { administeredBy } from "#modules/organization/server/index.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { Problem } from "#kernel/problem.ts";
import { signedIn } from "../units/signed-in.ts";

type Event = Parameters<typeof signedIn>[0];

/** An administrator and the units they administer. @throws Problem `not_permitted` for anybody else */
export async function administrator(
  event: Event,
): Promise<{ actor: Actor; today: string; unitIds: string[] }> {
  const { actor, today } = signedIn(event);
  const unitIds = await administeredBy(currentDatabase().db, actor);
  if (unitIds.length === 0) throw new Problem(actProblems.not_permitted);
  return { actor, today, unitIds };
}
