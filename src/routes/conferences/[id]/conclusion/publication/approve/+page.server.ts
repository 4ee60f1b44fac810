import { formAction } from "#acts/form-action.ts";
import { approvePublic, publicVersions } from "#modules/conclusion/server/index.ts";
import { versionsFrom } from "#modules/conclusion/ui/posted-versions.ts";
import { findConference } from "#modules/conference/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../../../../../units/signed-in.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const conference = await findConference(db, actor, event.params.id, today);
  const versions = await publicVersions(db, actor, conference.id, today);
  return { conference, versions, key: crypto.randomUUID() };
};

export const actions: Actions = {
  default: formAction(approvePublic, {
    form: "approve",
    input: (fields, { params }) => ({ conference: params.id, versions: versionsFrom(fields) }),
    then: ({ id }) => `/conferences/${id}/conclusion/publication`,
  }),
};
