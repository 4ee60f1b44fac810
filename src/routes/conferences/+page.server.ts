import {
  CONFERENCES_A_PAGE,
  conferenceYears,
  draftRequestsToMe,
  listConferences,
} from "#modules/conference/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../units/signed-in.ts";
import { filterIn } from "./asked.ts";
import { wholeIn } from "../whole-in.ts";
import { keptUnits } from "./kept-units.ts";
import { keepList, keptLists } from "../keep-list.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const filter = filterIn(event.url.searchParams);
  const page = wholeIn(event.url.searchParams.get("page"), 1, 100_000) ?? 1;
  return {
    ...(await listConferences(db, actor, filter, today, page)),
    today,
    filter,
    page,
    size: CONFERENCES_A_PAGE,
    kept: await keptLists(event),
    years: await conferenceYears(db, actor, today),
    drafts: (await draftRequestsToMe(db, actor, today)).filter(({ draft }) => draft === null).length,
    mayRecord: (await keptUnits(actor)).length > 0,
  };
};

export const actions: Actions = keepList;
