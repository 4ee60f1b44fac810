import { findDocument } from "#modules/document/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../../units/signed-in.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  return { document: await findDocument(currentDatabase().db, actor, event.params.id, today) };
};
