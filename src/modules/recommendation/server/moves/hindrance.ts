import { dayInput, textInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { permittedPost } from "#kernel/permission.ts";
import { standing } from "#modules/organization/server/index.ts";
import type { ActContext } from "#platform/server/act/act.ts";
import { leadersAndOffice } from "../../grants.ts";
import { refusalOfOwnRoadmap } from "../../own-roadmap.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { moveAct, type MatterPlace } from "./move-act.ts";
import { refuseDays } from "./refuse-days.ts";

/**
 * Late work is taken out of what is late by those who gave it the date, and may extend it, not by whoever is late.
 * @throws Problem `roadmap_over_late`
 */
async function refuseOwnRoadmap(context: ActContext<unknown, MatterPlace>): Promise<void> {
  const { trx, actor, place, today } = context;
  const refusal = refusalOfOwnRoadmap(place.matter.state, today);
  if (!refusal || actor.kind === "system") return;
  const standings = await standing(trx, actor.posts, place, today);
  if (permittedPost(leadersAndOffice, standings) === null)
    throw new Problem(problems[refusal.problem], refusal);
}

/** It will be done, by a roadmap with a day; it stays open until then. */
export const schedule = moveAct({
  move: "schedule",
  fields: { until: dayInput, text: textInput(20_000) },
  async facts(context) {
    const { input, on } = context;
    const { until, text } = input;
    await refuseOwnRoadmap(context);
    refuseDays({ act: "schedule", on, untilOn: until });
    return { untilOn: until, text };
  },
});

/** It cannot be done for now, for an objective reason that is looked at again on a day; it stays open. */
export const block = moveAct({
  move: "block",
  fields: { reason: textInput(5000), review_on: dayInput },
  async facts(context) {
    const { input, on } = context;
    const { reason, review_on: review } = input;
    await refuseOwnRoadmap(context);
    refuseDays({ act: "block", on, reviewOn: review });
    return { reason, reviewOn: review };
  },
});
