import { draftRequestsToMe } from "#modules/conference/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../../units/signed-in.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  return { requests: await draftRequestsToMe(currentDatabase().db, actor, today) };
};
