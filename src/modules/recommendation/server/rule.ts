import { optionalDay, optionalText, yesNo } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { z } from "zod";
import { recommendationProblems as problems } from "../problems.ts";
import { rulings, type Ruling } from "../status-transitions.ts";
import { moveAct } from "./move-act.ts";
import type { Matter } from "./recommendation.store.ts";
import { returnReply } from "./return-reply.ts";

/**
 * The ruling in the room: answered now, written answer, beyond competence, or noted. A written answer may be promised
 * for a day: that is the matter's date until an agency is given its own. An answer given now has its words, unless it
 * was written down while the conference went on: then they come later (`write_answer`).
 */
export const rule = moveAct({
  move: "rule",
  fields: {
    ruling: z.enum(rulings),
    text: optionalText(20_000),
    due: optionalDay,
    words_later: yesNo.default(false),
  },
  facts: ({ input, place, on }) => {
    const { ruling, text, due, words_later: wordsLater } = input;
    if (ruling === "answered_now" && !text) refuseUnlessLater(place.matter, wordsLater);
    return { ruling, text, dueOn: promised(ruling, due, on) };
  },
  then: async (context, matter) => {
    const { ruling, text } = context.input;
    if (ruling === "answered_now" || ruling === "noted") {
      // Of nothing done, to whoever waits below; decisions/0017 says why a note is no more than that.
      await returnReply(context, matter, { outcome: "explained", text });
    }
  },
});

/** Words can wait only for what was asked at a conference. @throws Problem `answer_without_words` */
function refuseUnlessLater({ conferenceId }: Matter, wordsLater: boolean): void {
  if (!wordsLater || !conferenceId) throw new Problem(problems.answer_without_words, { field: "text" });
}

/** @throws Problem `promise_without_answer`, `promise_before_ruling` */
function promised(ruling: Ruling, due: string | undefined, on: string): string | undefined {
  if (!due) return undefined;
  if (ruling !== "written_answer") throw new Problem(problems.promise_without_answer, { field: "due" });
  if (due < on) throw new Problem(problems.promise_before_ruling, { field: "due", values: { due, on } });
  return due;
}
