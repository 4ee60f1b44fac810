import { formAction } from "#acts/form-action.ts";
import { Problem } from "#kernel/problem.ts";
import { mayInvite } from "#modules/conference/permissions.ts";
import { changeQuotas, findConference, readInvitations } from "#modules/conference/server/index.ts";
import { quotaChanges } from "#modules/conference/ui/invitations/quota-form.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../../../../units/signed-in.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const conference = await findConference(db, actor, event.params.id, today);
  if (!(await mayDo(db, actor, mayInvite, conference.unitId, today)))
    throw new Problem(actProblems.not_permitted);
  const invitations = await readInvitations(db, actor, conference, today);
  return { conference, invitations, key: crypto.randomUUID() };
};

export const actions: Actions = {
  default: formAction(changeQuotas, {
    input: (fields, { params }) => ({ conference: params.id, changes: quotaChanges(fields) }),
    then: ({ id }) => `/conferences/${id}/invitations`,
  }),
};
