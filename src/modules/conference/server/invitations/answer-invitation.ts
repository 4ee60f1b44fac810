import { optionalDay, optionalText, optionalWholeNumber, textInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import type { ConferenceInvitation } from "#db";
import { act, type ActContext } from "#platform/server/act/act.ts";
import type { Selectable } from "kysely";
import { z } from "zod";
import { lifeOf } from "../../conference.ts";
import { mayAnswerInvitation } from "../../permissions.ts";
import { conferenceProblems as problems } from "../../problems.ts";
import { asWritten } from "../room/as-written.ts";
import { delegatesOf, invitationForChange, refuseIfLetIn, replaceDelegates } from "./invitation.store.ts";

/**
 * Those invited come, and say who, or do not; answered again, the later answer stands, once its writer has seen the
 * earlier one.
 */
export const answerInvitation = act({
  name: "conference.answer_invitation",
  title: { vi: "Trả lời giấy mời", en: "Answer an invitation" },
  may: mayAnswerInvitation,
  input: z.strictObject({
    invitation: z.uuid(),
    /** What was being looked at: somebody else of the unit, or the office, may have answered meanwhile. */
    expected_version: optionalWholeNumber(1, 1_000_000),
    answer: z.enum(["accepted", "declined"]),
    on: optionalDay,
    note: optionalText(1000),
    delegates: z
      .array(z.strictObject({ name: textInput(200), title: optionalText(200) }))
      .max(10_000)
      .default([]),
  }),
  problems,
  audit: ({ delegates, ...rest }) => ({ ...rest, delegates: delegates.length }),
  async place(context) {
    const { invitation, conference } = await invitationForChange(context, context.input.invitation);
    const assignedIds = invitation.unit_id ? [invitation.unit_id] : [];
    return { unitId: conference.unit_id, assignedIds, subjectId: invitation.id, invitation, conference };
  },
  async run(context) {
    const { trx, input, now, today } = context;
    const { invitation, conference } = context.place;
    if (lifeOf(conference) === "called_off") throw new Problem(problems.was_called_off);
    if (input.expected_version !== undefined && input.expected_version !== invitation.version) {
      throw new Problem(problems.answered_meanwhile, { details: { version: invitation.version } });
    }
    const on = input.on ?? today;
    if (on > today) throw new Problem(problems.step_in_the_future, { field: "on", values: { on } });
    const count = input.delegates.length;
    if (input.answer === "declined" && count > 0) {
      throw new Problem(problems.declined_with_delegates, { field: "delegates" });
    }
    if (input.answer === "declined") await refuseIfLetIn(trx, invitation.id);
    if (count > invitation.quota) {
      throw new Problem(problems.over_quota, {
        field: "delegates",
        values: { quota: invitation.quota, count },
      });
    }
    const { delegates, note } = await asItStands(context, invitation);
    await replaceDelegates(trx, invitation, delegates, now);
    await trx
      .updateTable("conference_invitation")
      .set((row) => ({
        answer: input.answer,
        answered_on: on,
        answer_note: note,
        version: row("version", "+", 1),
      }))
      .where("id", "=", invitation.id)
      .execute();
    return { id: conference.id };
  },
});

type Answer = {
  readonly note?: string | undefined;
  readonly delegates: readonly { readonly name: string; readonly title?: string | undefined }[];
};

/** What was answered before and comes back as it was shown, without a name, stays what it is. */
async function asItStands(
  context: Pick<ActContext<Answer>, "trx" | "actor" | "today" | "input">,
  invitation: Selectable<ConferenceInvitation>,
) {
  const written = await asWritten(context, invitation.conference_id);
  const titles = (await delegatesOf(context.trx, invitation.id)).map(({ title }) => title);
  const { note, delegates } = context.input;
  return {
    note: written(note, [invitation.answer_note]),
    delegates: delegates.map(({ name, title }) => ({ name, title: written(title, titles) })),
  };
}
