import { textInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { z } from "zod";
import { lifeOf } from "../../conference.ts";
import { mayKeepConferences } from "../../permissions.ts";
import { conferenceProblems as problems } from "../../problems.ts";
import { keepArrangement } from "./arrangement.store.ts";
import { conferenceAct } from "./conference-act.ts";
import { isUsed } from "./conference.store.ts";
import { leaveWord } from "../leave-word.ts";

/**
 * The conference is not held after all; what was collected for it stays. One put off is corrected instead. One entered as
 * held by mistake, a second time or in the wrong unit, ends the same way as long as nothing was recorded in it.
 */
export const callOffConference = conferenceAct({
  name: "conference.call_off",
  title: { vi: "Ghi hội nghị không tổ chức", en: "Call a conference off" },
  may: mayKeepConferences,
  input: z.strictObject({ conference: z.uuid(), reason: textInput(1000) }),
  async run(context) {
    const { trx, input, now } = context;
    const { conference } = context.place;
    const life = lifeOf(conference);
    if (life === "called_off") throw new Problem(problems.was_called_off);
    if (life === "held" && (await isUsed(trx, conference.id))) throw new Problem(problems.held_and_used);
    await keepArrangement(trx, conference.id, now);
    const version = conference.version + 1;
    const ended = { called_off_recorded_at: now.toString(), called_off_reason: input.reason };
    await trx
      .updateTable("conference")
      .set({ ...ended, held_recorded_at: null, taken_for_held_at: conference.held_recorded_at, version })
      .where("id", "=", conference.id)
      .execute();
    await leaveWord(context, "conference.called_off", { conference: conference.id });
    return { id: conference.id, version };
  },
});
