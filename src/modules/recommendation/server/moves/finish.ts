import { optionalDay, optionalOf, optionalText, textInput, yesNo } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import type { Capacity, HeldPost } from "#kernel/actor.ts";
import { z } from "zod";
import { noInWords } from "../../judgements.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { confirmers, type Confirmer } from "../../statuses.ts";
import { moveAct } from "./move-act.ts";
import { dueAgain, lacksDue } from "../../due-again.ts";
import { reopenBelow } from "../above/reopen-below.ts";
import { returnReply } from "../above/return-reply.ts";
import { whoseWord } from "./whose-word.ts";
import { workGoesTo } from "./work-goes-to.ts";
import { matterCodeInput } from "../../matter-code.ts";
import { refuseDays } from "./refuse-days.ts";

/** Not processable: it is taken out of the count of valid ones, with the reason. */
export const reject = moveAct({
  move: "reject",
  fields: { reason: textInput(5000) },
  facts: ({ input }) => ({ reason: input.reason }),
  then: (context, matter) => returnReply(context, matter, { outcome: "refused", text: context.input.reason }),
});

/**
 * The word of the one who raised it, of the village head or of the Front: is it really settled? Each speaks for themselves:
 * the no of one is not taken back by another.
 */
export const confirm = moveAct({
  move: "confirm",
  fields: {
    by: z.enum(confirmers),
    raised_in: optionalOf(z.preprocess(listed, z.array(matterCodeInput).min(1).max(200))).meta({
      description:
        "Codes of the matters, of all that go on in this one, whose people or whose village spoke; where several raised the same it has to be said.",
    }),
    satisfied: yesNo,
    text: optionalText(5000),
  },
  async facts({ trx, input, place, post }) {
    const { by, satisfied, text } = input;
    // For whom one may speak is asked before of whom: nobody is told of voices that are not theirs.
    if (post && !speaksFor(post, by)) throw new Problem(problems.not_their_word, { field: "by" });
    return { confirmedBy: by, raisedIn: await whoseWord(trx, place.matter, post, input), satisfied, text };
  },
});

function listed(given: unknown): unknown {
  return typeof given === "string" ? [given] : given;
}

const front: ReadonlySet<Capacity> = new Set(["front_chair", "front_officer"]);

/** A finding of the Front is entered by the Front alone, and the Front enters nobody else's. */
function speaksFor(post: HeldPost, by: Confirmer): boolean {
  return front.has(post.capacity) === (by === "front");
}

/**
 * Nothing more is expected. Without a word from the people it is closed unconfirmed, and counted apart; over their no only
 * with the reason.
 */
export const close = moveAct({
  move: "close",
  fields: { reason: optionalText(5000) },
  facts({ input, state }) {
    if (state.unsettled && !input.reason)
      throw new Problem(problems.closed_over_a_no, { field: "reason", values: noInWords(state) });
    return { reason: input.reason };
  },
});

/**
 * Raised again, not satisfied, or found unsettled by the Front: it is in hand again, by a date to come, with the units that
 * are there that day; and below it waits again for the answer.
 */
export const reopen = moveAct({
  move: "reopen",
  fields: { reason: textInput(5000), due: optionalDay },
  facts({ input: { reason, due }, place, state, on }) {
    refuseDays({ act: "reopen", on, dueOn: due });
    const dueOn = due ?? dueAgain({ events: place.matter.events, state }, on);
    if (lacksDue({ act: "reopen", on, reason, dueOn }, state))
      throw new Problem(problems.reopened_without_due, { field: "due" });
    return { reason, dueOn };
  },
  async then(context, matter) {
    await workGoesTo(context, matter);
    await reopenBelow(context, matter);
  },
});
