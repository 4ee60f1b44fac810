import { unitCodeInput } from "#kernel/input.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import { unitThereOn } from "#modules/organization/server/index.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayKeepConferences } from "../../permissions.ts";
import { conferenceProblems as problems } from "../../problems.ts";
import { chairsOf, conferenceFields, refuseUnlessHeldSo, rowOf } from "./conference-input.ts";
import { insertConference } from "./conference.store.ts";

/** A conference that was held: its form, day, chairs in their order, legal bases, attendances. */
export const recordConference = act({
  name: "conference.record",
  title: { vi: "Ghi nhận hội nghị", en: "Record a conference" },
  may: mayKeepConferences,
  input: z.strictObject({ unit: unitCodeInput, ...conferenceFields }),
  problems,
  async place({ trx, input }) {
    return { unitId: (await unitThereOn(trx, input.unit, input.held_on, "unit")).id };
  },
  alone: refuseUnlessHeldSo,
  async run({ trx, input, place, now }) {
    const id = uuidv7(now);
    const entered = { recorded_at: now.toString(), held_recorded_at: now.toString() };
    const row = { id, unit_id: place.unitId, ...entered, ...rowOf(input) };
    await insertConference(trx, row, chairsOf(input));
    return { id };
  },
});
