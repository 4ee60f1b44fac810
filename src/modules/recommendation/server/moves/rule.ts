import { optionalDay, optionalText, yesNo } from "#kernel/input.ts";
import { refuseTogether } from "#kernel/all-faults.ts";
import { Problem } from "#kernel/problem.ts";
import { z } from "zod";
import { recommendationProblems as problems } from "../../problems.ts";
import type { PromiseChoice } from "../../promise-in-words.ts";
import { rulings, type Ruling } from "../../statuses.ts";
import { moveAct } from "./move-act.ts";
import { promiseInput, promiseTaken } from "./promise-taken.ts";
import type { Matter } from "../matter/recommendation.store.ts";
import { returnReply } from "../above/return-reply.ts";
import { refuseDays } from "./refuse-days.ts";

/**
 * The ruling in the room: answered now, written answer, beyond competence, or noted. A written answer may be promised
 * for a day: that is the matter's date until an agency is given its own. An answer given now has its words, unless it
 * was written down while the conference went on: then they come later (`write_answer`). One that only promises something
 * for a day is asked about, and is a written answer promised for that day if `promise` says `task`.
 */
export const rule = moveAct({
  move: "rule",
  fields: {
    ruling: z.enum(rulings),
    text: optionalText(20_000),
    due: optionalDay,
    words_later: yesNo.default(false),
    promise: promiseInput,
  },
  facts: ({ input, place, on }) => {
    const { ruling, due } = input;
    refuseTogether(
      () => refuseWordless(place.matter, input),
      () => refuseDays({ act: "rule", on, ruling, dueOn: due }),
      () => taskIn(input, on),
    );
    return ruledAs(input, on);
  },
  then: async (context, matter) => {
    const { ruling, text } = ruledAs(context.input, context.on);
    if (ruling === "answered_now" || ruling === "noted") {
      // Of nothing done, to whoever waits below; decisions/0017 says why a note is no more than that.
      await returnReply(context, matter, { outcome: "explained", text });
    }
  },
});

type Given = {
  readonly ruling: Ruling;
  readonly text?: string | undefined;
  readonly due?: string | undefined;
  readonly promise?: PromiseChoice | undefined;
};

/** An answer that is to be a task instead is ruled on as one. */
function ruledAs({ text, ...given }: Given, on: string) {
  const taskOn = taskIn({ text, ...given }, on);
  if (taskOn) return { ruling: "written_answer" as const, text, dueOn: taskOn };
  return { ruling: given.ruling, text, dueOn: given.due };
}

/** Only what is answered on the spot may promise something instead. */
function taskIn({ ruling, text, promise }: Given, on: string): string | null {
  return promiseTaken((ruling === "answered_now" && text) || "", on, promise);
}

type Wording = Pick<Given, "ruling" | "text"> & { readonly words_later: boolean };

/** Words can wait only for what was asked at a conference. @throws Problem `answer_without_words`, `words_not_later` */
function refuseWordless({ conferenceId }: Matter, { ruling, text, words_later: later }: Wording): void {
  const wordless = ruling === "answered_now" && !text;
  if (wordless && !(later && conferenceId))
    throw new Problem(problems.answer_without_words, { field: "text" });
  if (later && !wordless) throw new Problem(problems.words_not_later, { field: "words_later" });
}
