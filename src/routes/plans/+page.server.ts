import { keptLists } from "#modules/desk/server/index.ts";
import { mayPlan } from "#modules/planning/permissions.ts";
import { listPlans, PLANS_A_PAGE, planYears } from "#modules/planning/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../units/signed-in.ts";
import { mayCompare, unitsWithGrant, wholeIn } from "./planning-units.ts";
import { keepList } from "../keep-list.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const asked = event.url.searchParams;
  const year = wholeIn(asked.get("year"), 1945, 2200);
  const page = wholeIn(asked.get("page"), 1, 100_000) ?? 1;
  return {
    ...(await listPlans(db, actor, { year }, today, page)),
    year,
    page,
    size: PLANS_A_PAGE,
    kept: await keptLists(db, actor, event.url),
    years: await planYears(db, actor, today),
    mayCompare: mayCompare(actor),
    mayDraft: (await unitsWithGrant(actor, mayPlan, today)).length > 0,
  };
};

export const actions: Actions = keepList;
