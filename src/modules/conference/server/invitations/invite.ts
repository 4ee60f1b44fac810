import { optionalText, optionalUnitCode, wholeNumber } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { isAbove, unitNameOn, unitThereOn } from "#modules/organization/server/index.ts";
import { personIdOf } from "#kernel/actor.ts";
import { type ActContext, type Place } from "#platform/server/act/act.ts";
import type { DB } from "#db";
import type { Transaction } from "kysely";
import { z } from "zod";
import { lifeOf } from "../../conference.ts";
import { mayInvite } from "../../permissions.ts";
import { conferenceProblems as problems } from "../../problems.ts";
import { conferenceAct } from "../life/conference-act.ts";
import { insertInvitation } from "./invitation.store.ts";
import { leaveWord } from "../leave-word.ts";
import { markStepOnce } from "../steps/step.store.ts";

const guest = z.strictObject({
  unit: optionalUnitCode,
  name: optionalText(300),
  quota: wholeNumber(1, 10_000),
});

type Conference = Parameters<typeof lifeOf>[0] & {
  readonly id: string;
  readonly unit_id: string;
  readonly held_on: string;
};
type Inviting = Pick<ActContext<unknown, Place>, "trx" | "actor" | "now" | "today">;
type InvitedUnit = { readonly code: string; readonly quota: number };

/**
 * Villages, agencies, organisations and guests, each for so many delegates. A unit that has an invitation for as many
 * keeps it; for another number it is refused: another secretary may have settled that meanwhile, and `change_quotas`
 * changes it.
 */
export const invite = conferenceAct({
  name: "conference.invite",
  title: { vi: "Mời dự hội nghị", en: "Invite to a conference" },
  may: mayInvite,
  input: z.strictObject({ conference: z.uuid(), guests: z.array(guest).min(1).max(500) }),
  async run(context) {
    const { trx, input, now } = context;
    const { conference } = context.place;
    if (lifeOf(conference) === "called_off") throw new Problem(problems.was_called_off);
    const invited: string[] = [];
    for (const [index, { unit: code, name, quota }] of input.guests.entries()) {
      if (code) invited.push(...(await inviteUnit(trx, conference, { code, quota }, now)));
      else if (name) await insertInvitation(trx, conference.id, { name, quota }, now);
      else throw new Problem(problems.guest_unnamed, { field: `guests.${index}.name` });
    }
    if (invited.length > 0) {
      await leaveWord(context, "conference.invited", { conference: conference.id, invitations: invited });
    }
    await tickOff(context, conference);
    return { id: conference.id };
  },
});

/** Those with an account are told by this very act; it is done before the day, not when a guest is added afterwards. */
async function tickOff(context: Inviting, conference: Conference): Promise<void> {
  const { trx, actor, now, today } = context;
  if (lifeOf(conference) !== "prepared") return;
  const done = { conferenceId: conference.id, on: today, personId: personIdOf(actor), now };
  await markStepOnce(trx, { ...done, step: "invite" });
}

/** The id of its new invitation, or none where it has one already. */
async function inviteUnit(
  trx: Transaction<DB>,
  conference: Conference,
  { code, quota }: InvitedUnit,
  now: Temporal.Instant,
): Promise<string[]> {
  const { id } = await unitThereOn(trx, code, conference.held_on, "guests");
  if (!(await isAbove(trx, conference.unit_id, id, conference.held_on))) {
    throw new Problem(problems.guest_elsewhere, { field: "guests", values: { code } });
  }
  const standing = await trx
    .selectFrom("conference_invitation")
    .select("quota")
    .where("conference_id", "=", conference.id)
    .where("unit_id", "=", id)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  if (!standing) return [await insertInvitation(trx, conference.id, { unit_id: id, quota }, now)];
  if (standing.quota === quota) return [];
  const values = { name: await unitNameOn(trx, id, conference.held_on), quota: standing.quota };
  throw new Problem(problems.invited_already, { field: "guests", values });
}
