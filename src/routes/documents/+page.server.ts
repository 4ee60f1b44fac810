import { keptLists } from "#modules/desk/server/index.ts";
import { DOCUMENTS_A_PAGE, documentYears, listDocuments } from "#modules/document/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../units/signed-in.ts";
import { askedIn, pageIn } from "./asked.ts";
import { keepList } from "../keep-list.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const [filter, page] = [askedIn(event.url), pageIn(event.url)];
  return {
    ...(await listDocuments(db, actor, filter, today, page)),
    filter,
    page,
    size: DOCUMENTS_A_PAGE,
    kept: await keptLists(db, actor, event.url),
    years: await documentYears(db, actor, today),
  };
};

export const actions: Actions = keepList;
