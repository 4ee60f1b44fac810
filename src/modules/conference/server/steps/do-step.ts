import { personIdOf } from "#kernel/actor.ts";
import { optionalDay, optionalText } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { z } from "zod";
import { lifeOf } from "../../conference.ts";
import { stepCodes, steps } from "../../steps/legal-bases.ts";
import { mayKeepConferences } from "../../permissions.ts";
import { conferenceProblems as problems } from "../../problems.ts";
import { conferenceAct } from "../life/conference-act.ts";
import { markStepDone, undoByAct } from "./step.store.ts";

/** A step of the checklist is done; the clock that it stops stops on that day. */
export const doStep = conferenceAct({
  name: "conference.do_step",
  title: { vi: "Ghi việc đã làm cho hội nghị", en: "Tick off a step of the checklist" },
  may: mayKeepConferences,
  input: z.strictObject({
    conference: z.uuid(),
    step: z.enum(stepCodes),
    on: optionalDay,
    note: optionalText(1000),
  }),
  problems,
  constraints: { conference_step_done: problems.step_done_already },
  async run({ trx, input, place: { conference }, actor, now, today }) {
    const life = lifeOf(conference);
    if (life === "called_off") throw new Problem(problems.was_called_off);
    const on = input.on ?? today;
    if (on > today) throw new Problem(problems.step_in_the_future, { field: "on", values: { on } });
    const after = steps.some(({ code, when }) => code === input.step && when === "after");
    if (after && life !== "held") throw new Problem(problems.not_held);
    if (after && on < conference.held_on) {
      throw new Problem(problems.step_before_day, { field: "on", values: { on: conference.held_on } });
    }
    const personId = personIdOf(actor);
    const { step, note } = input;
    const done = { conferenceId: conference.id, step, on, note, personId, now };
    await undoByAct(trx, done);
    await markStepDone(trx, done);
    return { id: conference.id };
  },
});
