import { dayInput, optionalDay, textInput } from "#kernel/input.ts";
import { moveAct } from "./move-act.ts";

/** It will be done, by a roadmap with a day; it stays open until then. */
export const schedule = moveAct({
  move: "schedule",
  fields: { until: dayInput, text: textInput(20_000) },
  facts: ({ input }) => ({ untilOn: input.until, text: input.text }),
});

/** It cannot be done for now, for an objective reason that is looked at again on a day; it stays open. */
export const block = moveAct({
  move: "block",
  fields: { reason: textInput(5000), review_on: optionalDay },
  facts: ({ input }) => ({ reason: input.reason, reviewOn: input.review_on }),
});
