import { optionalPaperNumber } from "#kernel/paper-number.ts";
import { dayInput, optionalText, textInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { refusalToAsk } from "../../extension.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { moveAct } from "./move-act.ts";

/** Asked by the lead before the date expires, with a reason and a new date. */
export const askExtension = moveAct({
  move: "ask_extension",
  fields: { due: dayInput, reason: textInput(5000) },
  facts({ input, state, on }) {
    const refusal = refusalToAsk(state, input.due, on);
    if (refusal) throw new Problem(problems[refusal.problem], refusal);
    return { dueOn: input.due, reason: input.reason };
  },
});

export const refuseExtension = moveAct({
  move: "refuse_extension",
  fields: { reason: textInput(5000) },
  facts: ({ input }) => ({ reason: input.reason }),
});

/** Granted by the authority that set the date; only what was asked for in time. The original date stays. */
export const extend = moveAct({
  move: "extend",
  fields: { due: dayInput, reason: optionalText(5000), symbol: optionalPaperNumber(60) },
  facts({ input, state }) {
    const asked = state.extensionAsked;
    if (!asked) throw new Problem(problems.no_extension_asked);
    return { dueOn: input.due, reason: input.reason ?? asked.reason, symbol: input.symbol };
  },
});
