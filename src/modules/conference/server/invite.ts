import { optionalText, optionalUnitCode, wholeNumber } from "#kernel/input.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import { Problem } from "#kernel/problem.ts";
import { isAbove, unitThereOn } from "#modules/organization/server/index.ts";
import { act } from "#platform/server/act/act.ts";
import type { DB } from "#db";
import type { Transaction } from "kysely";
import { z } from "zod";
import { lifeOf } from "../conference.ts";
import { mayInvite } from "../permissions.ts";
import { conferenceProblems as problems } from "../problems.ts";
import { conferenceForChange } from "./conference.store.ts";
import { unknownConference } from "./readable-conferences.ts";

const guest = z.strictObject({
  unit: optionalUnitCode,
  name: optionalText(300),
  quota: wholeNumber(1, 10_000),
});

type Conference = { readonly id: string; readonly unit_id: string; readonly held_on: string };

/** Villages, agencies, organisations and guests, each for so many delegates; a unit invited again has a new number. */
export const invite = act({
  name: "conference.invite",
  title: { vi: "Mời dự hội nghị", en: "Invite to a conference" },
  may: mayInvite,
  input: z.strictObject({ conference: z.uuid(), guests: z.array(guest).min(1).max(500) }),
  problems,
  async place({ trx, input }) {
    const conference = await conferenceForChange(trx, input.conference);
    return { unitId: conference.unit_id, subjectId: conference.id, conference };
  },
  unknownTo: (context) => unknownConference(context),
  async run({ trx, input, place: { conference }, now }) {
    if (lifeOf(conference) === "called_off") throw new Problem(problems.was_called_off);
    for (const [index, { unit, name, quota }] of input.guests.entries()) {
      if (unit) await inviteUnit(trx, conference, unit, quota, now);
      else if (name) await insertInvitation(trx, conference.id, { name, quota }, now);
      else throw new Problem(problems.guest_unnamed, { field: `guests.${index}.name` });
    }
    return { id: conference.id };
  },
});

async function inviteUnit(
  trx: Transaction<DB>,
  conference: Conference,
  code: string,
  quota: number,
  now: Temporal.Instant,
): Promise<void> {
  const { id } = await unitThereOn(trx, code, conference.held_on, "guests");
  if (!(await isAbove(trx, conference.unit_id, id, conference.held_on))) {
    throw new Problem(problems.guest_elsewhere, { field: "guests", values: { code } });
  }
  const again = await trx
    .updateTable("conference_invitation")
    .set({ quota })
    .where("conference_id", "=", conference.id)
    .where("unit_id", "=", id)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  if (again.numUpdatedRows === 0n) await insertInvitation(trx, conference.id, { unit_id: id, quota }, now);
}

async function insertInvitation(
  trx: Transaction<DB>,
  conferenceId: string,
  guest: { unit_id?: string; name?: string; quota: number },
  now: Temporal.Instant,
): Promise<void> {
  const row = { id: uuidv7(now), conference_id: conferenceId, recorded_at: now.toString(), ...guest };
  await trx.insertInto("conference_invitation").values(row).execute();
}
