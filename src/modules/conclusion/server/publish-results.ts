import { personIdOf } from "#kernel/actor.ts";
import { optionalDay, optionalText } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { conferenceForChange, markStepDone } from "#modules/conference/server/index.ts";
import { conferenceProblems } from "#modules/conference/problems.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayDraftConclusion } from "../permissions.ts";
import { conclusionProblems as problems } from "../problems.ts";
import { lastIssued } from "./notice.store.ts";
import { awaitingOf, postedRows } from "./posted-texts.ts";

/** The results were posted in their approved public versions, and how; the clock that asks for it stops on that day. */
export const publishResults = act({
  name: "conclusion.publish",
  title: { vi: "Ghi đã công khai kết quả hội nghị", en: "Record that the results were published" },
  may: mayDraftConclusion,
  input: z.strictObject({ conference: z.uuid(), on: optionalDay, note: optionalText(1000) }),
  problems,
  constraints: { conference_step_done: conferenceProblems.step_done_already },
  async place(context) {
    const conference = await conferenceForChange(context, context.input.conference);
    return { unitId: conference.unit_id, subjectId: conference.id, conference };
  },
  async run({ trx, input: { on = undefined, note }, place: { conference }, actor, now, today }) {
    const day = on ?? today;
    const notice = await lastIssued(trx, conference.id);
    if (!notice) throw new Problem(problems.not_issued);
    if (day > today)
      throw new Problem(conferenceProblems.step_in_the_future, { field: "on", values: { on: day } });
    if (day < conference.held_on)
      throw new Problem(conferenceProblems.step_before_day, {
        field: "on",
        values: { on: conference.held_on },
      });
    const awaiting = (await postedRows(trx, conference.id, notice.id, today)).flatMap(awaitingOf);
    if (awaiting.length > 0) throw new Problem(problems.not_approved, { values: { count: awaiting.length } });
    const personId = personIdOf(actor);
    const done = {
      conferenceId: conference.id,
      step: "publish_results" as const,
      on: day,
      note,
      personId,
      now,
    };
    await markStepDone(trx, done);
    return { id: conference.id, on: day };
  },
});
