import { Problem } from "#kernel/problem.ts";
import { z } from "zod";
import { stepCodes } from "../../steps/legal-bases.ts";
import { mayKeepConferences } from "../../permissions.ts";
import { conferenceProblems as problems } from "../../problems.ts";
import { conferenceAct } from "../life/conference-act.ts";

/** A step was ticked off by mistake: it waits again, and its clock runs. That it was ticked stays on record. */
export const undoStep = conferenceAct({
  name: "conference.undo_step",
  title: { vi: "Bỏ ghi việc đã làm", en: "Take back a step that was ticked off" },
  may: mayKeepConferences,
  input: z.strictObject({ conference: z.uuid(), step: z.enum(stepCodes) }),
  async run({ trx, input, place: { conference }, now }) {
    const undone = await trx
      .updateTable("conference_step")
      .set({ undone_at: now.toString() })
      .where("conference_id", "=", conference.id)
      .where("step", "=", input.step)
      .where("undone_at", "is", null)
      .executeTakeFirst();
    if (undone.numUpdatedRows === 0n) throw new Problem(problems.step_not_done);
    return { id: conference.id };
  },
});
