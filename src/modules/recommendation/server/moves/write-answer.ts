import { personIdOf } from "#kernel/actor.ts";
import { optionalWholeNumber, textInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import type { MatterEvent } from "../../matter.ts";
import { mayWriteAnswer } from "../../permissions.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { moveWords } from "../../moves/move-rows.ts";
import { wordlessAnswer } from "../../wordless-answer.ts";
import { keepAnnulment } from "../corrections/annul-event.ts";
import { matterPlace } from "./move-act.ts";
import { promiseInput, promiseTaken } from "./promise-taken.ts";
import { recordEvent } from "./record-event.ts";
import { matterForChange } from "../matter/recommendation.store.ts";
import { refuseIfChanged } from "./refuse-if-changed.ts";
import { refuseMerged } from "./refuse-merged.ts";
import { matterCodeInput } from "../../matter-code.ts";

/** Why the ruling without words counts no more; it stays readable beside the one that has them. */
const REASON = "Ghi bổ sung nội dung đã trả lời tại hội nghị";

/**
 * What was answered at the conference is written down afterwards: the same ruling of the same day, with its words, in
 * place of the one that was recorded in a hurry and stays in the history as annulled. Where the words only promise
 * something for a day, it may become a written answer promised for that day.
 */
export const writeAnswer = act({
  name: "recommendation.write_answer",
  title: { vi: "Ghi nội dung đã trả lời tại hội nghị", en: "Write down what was answered at the conference" },
  may: mayWriteAnswer,
  input: z.strictObject({
    recommendation: matterCodeInput,
    text: textInput(20_000),
    promise: promiseInput,
    expected_version: optionalWholeNumber(1, 1_000_000),
  }),
  problems,
  audit: ({ text, ...rest }) => ({ ...rest, text_length: text.length }),
  place: async (context) => matterPlace(await matterForChange(context, context.input.recommendation)),
  async run({ trx, input, place: { matter }, actor, post, now, today }) {
    if (matter.state.status === "merged") await refuseMerged({ trx, actor, today }, matter);
    if (matter.state.held) throw new Problem(problems.held_for_review);
    if (matter.state.status === "routed_out") throw new Problem(problems.words_routed_out);
    await refuseIfChanged(trx, matter, input.expected_version);
    const wordless = wordlessAnswer(matter.events);
    if (!wordless) throw new Problem(problems.no_answer_to_word);
    refuseIfFollowed(matter.events, wordless);
    const by = { now, today, personId: personIdOf(actor), postId: post?.id ?? null };
    await keepAnnulment(trx, matter, wordless, REASON, by);
    const events = matter.events.filter((event) => event !== wordless);
    const { text, promise } = input;
    const taskOn = promiseTaken(text, wordless.on, promise);
    const ruled = taskOn ? { ruling: "written_answer" as const, dueOn: taskOn } : { ruling: wordless.ruling };
    const worded = { act: "rule" as const, on: wordless.on, text, ...ruled };
    const { id, code, version } = await recordEvent(trx, { ...matter, events }, worded, by);
    return { id, code, version };
  },
});

/** On one day the order of entry decides, and what is entered now would come last. */
function refuseIfFollowed(events: readonly MatterEvent[], wordless: MatterEvent): void {
  const next = events.slice(events.indexOf(wordless) + 1).find(({ on }) => on === wordless.on);
  if (!next) return;
  const { vi, en } = moveWords[next.act];
  throw new Problem(problems.steps_on_its_day, { values: { on: next.on, move: vi, move_en: en } });
}
