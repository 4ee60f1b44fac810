import { dayInput, optionalText, textInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { mayExtend } from "#modules/deadline/extension.ts";
import { recommendationProblems as problems } from "../problems.ts";
import type { MatterState } from "../matter.ts";
import { moveAct } from "./move-act.ts";

/** Asked by the lead before the date expires, with a reason and a new date. */
export const askExtension = moveAct({
  move: "ask_extension",
  fields: { due: dayInput, reason: textInput(5000) },
  facts({ input, place, on }) {
    refuseUnlessExtendable(place.matter.state, input.due, on);
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
  fields: { due: dayInput, reason: optionalText(5000), symbol: optionalText(60) },
  facts({ input, place }) {
    const asked = place.matter.state.extensionAsked;
    if (!asked) throw new Problem(problems.no_extension_asked);
    return { dueOn: input.due, reason: input.reason ?? asked.reason, symbol: input.symbol };
  },
});

function refuseUnlessExtendable(state: MatterState, newDue: string, today: string): void {
  if (state.dueOn === null) throw new Problem(problems.nothing_to_extend, { field: "due" });
  const problem = mayExtend({ presentDue: state.dueOn, granted: state.extensions, today, newDue });
  if (problem) throw problem;
}
