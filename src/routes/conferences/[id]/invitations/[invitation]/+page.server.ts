import { formAction } from "#acts/form-action.ts";
import { Problem } from "#kernel/problem.ts";
import { mayInvite } from "#modules/conference/permissions.ts";
import { conferenceProblems } from "#modules/conference/problems.ts";
import {
  answerInvitation,
  findConference,
  readInvitations,
  withdrawInvitation,
} from "#modules/conference/server/index.ts";
import { delegatesIn } from "#modules/conference/ui/invitations/invite-form.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../../../../units/signed-in.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const conference = await findConference(db, actor, event.params.id, today);
  const lines = await readInvitations(db, actor, conference, today);
  const sends = await mayDo(db, actor, mayInvite, conference.unitId, today);
  const invitation = lines.find(({ id, own }) => id === event.params.invitation && (own || sends));
  if (!invitation) throw new Problem(conferenceProblems.invitation_not_found);
  /** One is asked before it is withdrawn, also without a script. */
  const asked = sends && event.url.searchParams.get("withdraw") === "ask";
  return { conference, invitation, mayWithdraw: sends, asked, key: crypto.randomUUID() };
};

const list = ({ id }: { id: string }) => `/conferences/${id}/invitations`;

export const actions: Actions = {
  answer: formAction(answerInvitation, {
    input: ({ delegates, ...fields }, { params }) => ({
      ...fields,
      invitation: params.invitation,
      delegates: delegatesIn(delegates),
    }),
    then: list,
  }),
  withdraw: formAction(withdrawInvitation, {
    input: (_, { params }) => ({ invitation: params.invitation }),
    then: list,
  }),
};
