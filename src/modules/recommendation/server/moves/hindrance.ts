import { dayInput, textInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { moveAct } from "./move-act.ts";

/** It will be done, by a roadmap with a day; it stays open until then. */
export const schedule = moveAct({
  move: "schedule",
  fields: { until: dayInput, text: textInput(20_000) },
  facts({ input: { until, text }, on }) {
    if (until < on)
      throw new Problem(problems.until_before_schedule, { field: "until", values: { until, on } });
    return { untilOn: until, text };
  },
});

/** It cannot be done for now, for an objective reason that is looked at again on a day; it stays open. */
export const block = moveAct({
  move: "block",
  fields: { reason: textInput(5000), review_on: dayInput },
  facts({ input: { reason, review_on: review }, on }) {
    if (review < on)
      throw new Problem(problems.review_before_block, { field: "review_on", values: { review, on } });
    return { reason, reviewOn: review };
  },
});
