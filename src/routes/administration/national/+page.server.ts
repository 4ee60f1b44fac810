import { formAction } from "#acts/form-action.ts";
import { mayLoadNational } from "#modules/organization/permissions.ts";
import { countFindings, loadNational, mayDo, readFindings } from "#modules/organization/server/index.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { Problem } from "#kernel/problem.ts";
import { signedIn } from "../../units/signed-in.ts";
import { pageIn } from "../../whole-in.ts";
import type { Actions, PageServerLoad } from "./$types";

const limit = 50;

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  if (!(await mayDo(db, actor, mayLoadNational, null, today))) throw new Problem(actProblems.not_permitted);
  const outcome = event.url.searchParams.get("outcome") ?? undefined;
  const page = pageIn(event.url);
  const counts = await countFindings(db);
  const total = counts
    .filter((each) => !outcome || each.outcome === outcome)
    .reduce((sum, { count }) => sum + count, 0);
  const findings = await readFindings(db, { outcome, skip: (page - 1) * limit, limit });
  return {
    counts,
    findings,
    outcome,
    page,
    total,
    pages: Math.ceil(total / limit),
    key: crypto.randomUUID(),
  };
};

export const actions: Actions = { default: formAction(loadNational, { input: () => ({}) }) };
