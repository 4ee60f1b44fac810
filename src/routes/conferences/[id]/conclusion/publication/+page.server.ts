import { formAction } from "#acts/form-action.ts";
import { mayApprovePublic, mayDraftConclusion } from "#modules/conclusion/permissions.ts";
import {
  approvePublic,
  publicVersions,
  publishResults,
  readPublication,
} from "#modules/conclusion/server/index.ts";
import { versionsFrom } from "#modules/conclusion/ui/posted-versions.ts";
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
  const mayApprove = await mayDo(db, actor, mayApprovePublic, conference.unitId, today);
  const versions = mayApprove ? await publicVersions(db, actor, conference.id, today) : [];
  return {
    conference,
    today,
    key: crypto.randomUUID(),
    approveKey: crypto.randomUUID(),
    publication: await readPublication(db, actor, conference.id, today),
    wordless: await wordlessAnswers(db, actor, conference.id, today),
    mayApprove,
    waiting: versions.filter(({ approved }) => approved === null),
    mayRule: await mayDo(db, actor, mayMove.rule, conference.unitId, today),
    mayRecord: await mayDo(db, actor, mayDraftConclusion, conference.unitId, today),
  };
};

export const actions: Actions = {
  record: formAction(publishResults, {
    form: "record",
    input: (fields, { params }) => ({ conference: params.id, ...withDays(fields, "on") }),
    then: ({ id }) => `/conferences/${id}/conclusion/publication`,
  }),
  approve: formAction(approvePublic, {
    form: "approve",
    input: (fields, { params }) => ({ conference: params.id, versions: versionsFrom(fields) }),
    then: ({ id }) => `/conferences/${id}/conclusion/publication`,
  }),
};
