import { formAction } from "#acts/form-action.ts";
import { conferenceReadings, invite } from "#modules/conference/server/index.ts";
import { guestsIn } from "#modules/conference/ui/invitations/invite-form.ts";
import { remindInvited } from "#modules/notification/server/index.ts";
import { pageOf } from "../../../asking.ts";

export const load = pageOf(conferenceReadings.invitations, { conference: "id" });

export const actions = {
  invite: formAction(invite, {
    input: (fields) => ({ guests: guestsIn(fields) }),
    about: { conference: "id" },
    then: ({ id }) => `/conferences/${id}/invitations`,
  }),
  remind: formAction(remindInvited, { input: () => ({}), about: { conference: "id" } }),
};
