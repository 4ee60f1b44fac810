import { DOCUMENTS_A_PAGE, documentYears, listDocuments } from "#modules/document/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../units/signed-in.ts";
import { askedIn, pageIn } from "./asked.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const [filter, page] = [askedIn(event.url), pageIn(event.url)];
  return {
    ...(await listDocuments(db, actor, filter, today, page)),
    ...{ filter, page, size: DOCUMENTS_A_PAGE },
    years: await documentYears(db, actor, today),
  };
};
