import { textInput } from "#kernel/input.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayKeepConferences } from "../permissions.ts";
import { conferenceProblems as problems } from "../problems.ts";
import { conferenceForChange, refuseUnlessPrepared } from "./conference.store.ts";
import { unknownConference } from "./readable-conferences.ts";

/** The conference is not held after all; what was collected for it stays. One put off is corrected instead. */
export const callOffConference = act({
  name: "conference.call_off",
  title: { vi: "Ghi hội nghị không tổ chức", en: "Call a conference off" },
  may: mayKeepConferences,
  input: z.strictObject({ conference: z.uuid(), reason: textInput(1000) }),
  problems,
  async place({ trx, input }) {
    const conference = await conferenceForChange(trx, input.conference);
    return { unitId: conference.unit_id, subjectId: conference.id, conference };
  },
  unknownTo: (context) => unknownConference(context),
  async run({ trx, input, place: { conference }, now }) {
    refuseUnlessPrepared(conference);
    const version = conference.version + 1;
    await trx
      .updateTable("conference")
      .set({ called_off_recorded_at: now.toString(), called_off_reason: input.reason, version })
      .where("id", "=", conference.id)
      .execute();
    return { id: conference.id, version };
  },
});
