import { findConference, listPapers } from "#modules/conference/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../../../units/signed-in.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const conference = await findConference(db, actor, event.params.id, today);
  const { id, form, heldOn, unitName } = conference;
  return {
    conference: { id, form, heldOn, unitName },
    papers: await listPapers(db, actor, conference, today),
  };
};
