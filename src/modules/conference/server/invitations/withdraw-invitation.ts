import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayInvite } from "../../permissions.ts";
import { conferenceProblems as problems } from "../../problems.ts";
import { invitationForChange, refuseIfLetIn, replaceDelegates } from "./invitation.store.ts";
import { leaveWord } from "../leave-word.ts";

/** The invitation stands no longer, and its badges open no door; not once somebody came in by one. */
export const withdrawInvitation = act({
  name: "conference.withdraw_invitation",
  title: { vi: "Rút giấy mời", en: "Withdraw an invitation" },
  may: mayInvite,
  input: z.strictObject({ invitation: z.uuid() }),
  problems,
  async place(context) {
    const { invitation, conference } = await invitationForChange(context, context.input.invitation);
    return { unitId: conference.unit_id, subjectId: invitation.id, invitation, conference };
  },
  async run(context) {
    const { trx, now } = context;
    const { invitation, conference } = context.place;
    await refuseIfLetIn(trx, invitation.id);
    await replaceDelegates(trx, invitation, [], now);
    await trx
      .updateTable("conference_invitation")
      .set({ withdrawn_at: now.toString() })
      .where("id", "=", invitation.id)
      .execute();
    await leaveWord(context, "conference.uninvited", {
      conference: conference.id,
      invitation: invitation.id,
    });
    return { id: conference.id };
  },
});
