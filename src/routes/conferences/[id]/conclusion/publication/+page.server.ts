import { formAction } from "#acts/form-action.ts";
import { mayApprovePublic, mayDraftConclusion } from "#modules/conclusion/permissions.ts";
import { publishResults, readPublication } from "#modules/conclusion/server/index.ts";
import { findConference, wordlessAnswers } from "#modules/conference/server/index.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import { mayMove } from "#modules/recommendation/permissions.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { withDays } from "#ui/posted.ts";
import { signedIn } from "../../../../units/signed-in.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const conference = await findConference(db, actor, event.params.id, today);
  return {
    conference,
    today,
    key: crypto.randomUUID(),
    publication: await readPublication(db, actor, conference.id, today),
    wordless: await wordlessAnswers(db, actor, conference.id, today),
    mayApprove: await mayDo(db, actor, mayApprovePublic, conference.unitId, today),
    mayRule: await mayDo(db, actor, mayMove.rule, conference.unitId, today),
    mayRecord: await mayDo(db, actor, mayDraftConclusion, conference.unitId, today),
  };
};

export const actions: Actions = {
  default: formAction(publishResults, {
    input: (fields, { params }) => ({ conference: params.id, ...withDays(fields, "on") }),
    then: ({ id }) => `/conferences/${id}/conclusion/publication`,
  }),
};
