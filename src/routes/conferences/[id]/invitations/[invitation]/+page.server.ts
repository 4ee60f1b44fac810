import { formAction } from "#acts/form-action.ts";
import {
  answerInvitation,
  conferenceReadings,
  withdrawInvitation,
} from "#modules/conference/server/index.ts";
import { delegatesIn } from "#modules/conference/ui/invitations/invite-form.ts";
import { pageOf } from "../../../../asking.ts";
import type { PageServerLoad } from "./$types";

const shown = pageOf(conferenceReadings.invitation, { conference: "id", invitation: "invitation" });

export const load: PageServerLoad = async (event) => {
  const invitation = await shown(event);
  /** One is asked before it is withdrawn, also without a script. */
  const asked = invitation.mayWithdraw && event.url.searchParams.get("withdraw") === "ask";
  return { ...invitation, asked };
};

const about = { invitation: "invitation" };
const then = ({ id }: { id: string }) => `/conferences/${id}/invitations`;

export const actions = {
  answer: formAction(answerInvitation, {
    input: ({ delegates, ...fields }) => ({ ...fields, delegates: delegatesIn(delegates) }),
    about,
    then,
  }),
  withdraw: formAction(withdrawInvitation, { input: () => ({}), about, then }),
};
