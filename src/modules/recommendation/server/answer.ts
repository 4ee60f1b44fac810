import { optionalDay, optionalText, textInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { z } from "zod";
import { composeAnswer } from "../answer-parts.ts";
import { inOrder } from "../apply-event.ts";
import type { MatterEvent } from "../matter.ts";
import { recommendationProblems as problems } from "../problems.ts";
import { outcomes } from "../status-transitions.ts";
import { moveAct } from "./move-act.ts";
import type { Matter } from "./recommendation.store.ts";
import { returnReply } from "./return-reply.ts";

const longest = 20_000;

/** What an answer consists of; `text` is its conclusion, or the whole of it. */
const answerFields = {
  text: textInput(longest),
  action: optionalText(longest),
  done_on: optionalDay,
  basis: optionalText(2000),
  evidence: optionalText(5000),
};
type Said = z.output<z.ZodObject<typeof answerFields>>;

/** The one text that is stored. @throws Problem where the work lies in the future, or the whole is too long */
function answerIn({ text, action, done_on, basis, evidence }: Said, today: string): string {
  if (done_on !== undefined && done_on > today) {
    throw new Problem(problems.in_the_future, { field: "done_on", values: { on: done_on } });
  }
  const whole = composeAnswer({ conclusion: text, action, doneOn: done_on, basis, evidence });
  if (whole.length > longest) {
    throw new Problem(problems.answer_too_long, { field: "text", values: { maximum: longest } });
  }
  return whole;
}

/** What the agency means to answer, before anyone has approved it. */
export const draftAnswer = moveAct({
  move: "draft_answer",
  fields: { outcome: z.enum(outcomes), ...answerFields },
  facts: ({ input, today }) => ({ outcome: input.outcome, text: answerIn(input, today) }),
});

export const approveAnswer = moveAct({
  move: "approve_answer",
  fields: { reason: optionalText(5000) },
  facts: ({ input }) => ({ reason: input.reason }),
});

/** Issues the approved answer: the draft's own outcome and words, now with a symbol. */
export const issueAnswer = moveAct({
  move: "answer",
  fields: { symbol: optionalText(60) },
  facts({ input, place }) {
    if (place.matter.state.draft !== "approved") throw new Problem(problems.answer_not_approved);
    const { outcome, text } = latestDraft(place.matter);
    return { outcome, text, symbol: input.symbol };
  },
  then: (context, matter) => {
    const { outcome, text } = latestDraft(matter);
    return returnReply(context, matter, { outcome: outcome!, text, symbol: context.input.symbol });
  },
});

/** The reply of a higher unit that is not in the system, or has not answered there. */
export const replyFromAbove = moveAct({
  move: "reply_from_above",
  fields: { outcome: z.enum(outcomes), ...answerFields, symbol: optionalText(60) },
  async facts({ trx, input, place, today }) {
    const child = await trx
      .selectFrom("recommendation")
      .select("id")
      .where("forwarded_from_id", "=", place.matter.id)
      .where("withdrawn_at", "is", null)
      .executeTakeFirst();
    if (child) throw new Problem(problems.child_decides);
    return { outcome: input.outcome, text: answerIn(input, today), symbol: input.symbol };
  },
  then(context, matter) {
    const { outcome, symbol } = context.input;
    return returnReply(context, matter, { outcome, text: answerIn(context.input, context.today), symbol });
  },
});

/** The draft of the latest day, as the history has it: an earlier one may have been written down after it. */
function latestDraft({ receivedOn, events }: Pick<Matter, "receivedOn" | "events">): MatterEvent {
  return inOrder(receivedOn, events).findLast(({ act }) => act === "draft_answer")!;
}
