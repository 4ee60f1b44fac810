import { textInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { endingOf } from "../ending.ts";
import { recommendationProblems as problems } from "../problems.ts";
import { moveAct } from "./move-act.ts";
import { matterForChange } from "./recommendation.store.ts";
import { returnReply } from "./return-reply.ts";

const ended: ReadonlySet<string> = new Set(["merged", "routed_out", "rejected"]);

/** The same matter raised again goes on in the one that is already followed; every requester is kept. */
export const merge = moveAct({
  move: "merge",
  fields: { into: textInput(80) },
  async facts(context) {
    const { input, place } = context;
    if (input.into === place.matter.code) throw new Problem(problems.merge_into_itself, { field: "into" });
    const into = await matterForChange(context, input.into);
    if (into.unitId !== place.matter.unitId || into.state.held || ended.has(into.state.status)) {
      throw new Problem(problems.merge_into_ended, { field: "into" });
    }
    return { intoId: into.id };
  },
  /** What was answered already has an answer for whoever waits below for this one. */
  then: async (context, matter) => {
    const ending = endingOf(await matterForChange(context, context.input.into));
    if (!ending) return;
    const { outcome, text, symbol } = ending;
    await returnReply(context, matter, { outcome: outcome ?? "explained", text, symbol });
  },
});
