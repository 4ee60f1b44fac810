import { formAction } from "#acts/form-action.ts";
import { mayInvite } from "#modules/conference/permissions.ts";
import {
  findConference,
  invitableUnits,
  invite,
  readAttendance,
  readInvitations,
  unansweredInvitations,
} from "#modules/conference/server/index.ts";
import { guestsIn } from "#modules/conference/ui/invitations/invite-form.ts";
import { remindInvited } from "#modules/notification/server/index.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../../../units/signed-in.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const conference = await findConference(db, actor, event.params.id, today);
  const sends = await mayDo(db, actor, mayInvite, conference.unitId, today);
  const awaits = sends && conference.life === "prepared" && conference.heldOn >= today;
  return {
    conference,
    today,
    unanswered: awaits ? await unansweredInvitations(db, conference.id, today) : [],
    mayInvite: sends,
    invitations: await readInvitations(db, actor, conference, today),
    attendance: await readAttendance(db, conference.id),
    invitable: sends ? await invitableUnits(db, conference) : [],
    key: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  invite: formAction(invite, {
    input: (fields, { params }) => ({ conference: params.id, guests: guestsIn(fields) }),
    then: ({ id }) => `/conferences/${id}/invitations`,
  }),
  remind: formAction(remindInvited, { input: (_, { params }) => ({ conference: params.id }) }),
};
