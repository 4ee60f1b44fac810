import { mayLoadNational } from "#modules/organization/permissions.ts";
import { administeredBy, keptBy, mayDo } from "#modules/organization/server/index.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { Problem } from "#kernel/problem.ts";
import { signedIn } from "../units/signed-in.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const keepsUnits = (await keptBy(db, actor)).length > 0;
  if (!keepsUnits) throw new Problem(actProblems.not_permitted);
  return {
    keepsPeople: (await administeredBy(db, actor)).length > 0,
    mayLoad: await mayDo(db, actor, mayLoadNational, null, today),
  };
};
