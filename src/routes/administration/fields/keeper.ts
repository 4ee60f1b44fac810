import { Problem } from "#kernel/problem.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import { mayKeepFields } from "#modules/recommendation/permissions.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../../units/signed-in.ts";

/** The day, for one who keeps the taxonomy. @throws Problem `not_permitted` for anybody else */
export async function keeperOfFields(event: Parameters<typeof signedIn>[0]): Promise<{ today: string }> {
  const { actor, today } = signedIn(event);
  const keeps = await mayDo(currentDatabase().db, actor, mayKeepFields, null, today);
  if (!keeps) throw new Problem(actProblems.not_permitted);
  return { today };
}
