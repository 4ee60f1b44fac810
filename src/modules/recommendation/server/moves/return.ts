import { textInput } from "#kernel/input.ts";
import { moveAct } from "./move-act.ts";

/** The agency gives the matter back: it is not within its competence, and it says why. */
export const returnMatter = moveAct({
  move: "return",
  fields: { reason: textInput(5000) },
  facts: ({ input }) => ({ reason: input.reason }),
});
