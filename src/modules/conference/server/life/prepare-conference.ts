import { refuseTogether } from "#kernel/all-faults.ts";
import { optionalOf, unitCodeInput } from "#kernel/input.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import { Problem } from "#kernel/problem.ts";
import { unitThereOn } from "#modules/organization/server/index.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayKeepConferences } from "../../permissions.ts";
import { conferenceProblems as problems } from "../../problems.ts";
import { chairsOf, conferenceFields, correctedChairs, refuseUnlessSound, rowOf } from "./conference-input.ts";
import { insertConference } from "./conference.store.ts";
import { refuseUnlessPlannedFor } from "./planned.ts";

const { attendances: _attendances, villages_represented: _villages, ...fieldsBefore } = conferenceFields;

/** Before the day it may be settled in which capacity somebody will chair, and not yet who. */
const beforeTheDay = { ...fieldsBefore, chairs: correctedChairs };

/** A conference that is to be held, from the plan or besides it: invitations and collected matters hang on it. */
export const prepareConference = act({
  name: "conference.prepare",
  title: { vi: "Chuẩn bị hội nghị", en: "Prepare a conference" },
  may: mayKeepConferences,
  input: z.strictObject({ unit: unitCodeInput, planned: optionalOf(z.uuid()), ...beforeTheDay }),
  problems,
  async place({ trx, input }) {
    return { unitId: (await unitThereOn(trx, input.unit, input.held_on, "unit")).id };
  },
  alone(input, today) {
    refuseTogether(
      () => {
        if (input.held_on && input.held_on < today)
          throw new Problem(problems.day_has_passed, { field: "held_on", values: { on: input.held_on } });
      },
      () => refuseUnlessSound(input),
    );
  },
  async run({ trx, input, place, now }) {
    const fields = { ...input, attendances: undefined, villages_represented: undefined };
    if (input.planned) await refuseUnlessPlannedFor(trx, input.planned, place.unitId);
    const id = uuidv7(now);
    const made = {
      id,
      unit_id: place.unitId,
      planned_id: input.planned ?? null,
      recorded_at: now.toString(),
    };
    await insertConference(trx, { ...made, ...rowOf(fields) }, chairsOf(fields));
    return { id };
  },
});
