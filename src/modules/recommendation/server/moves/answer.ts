import { factsBy } from "../../on-its-day.ts";
import { optionalPaperNumber } from "#kernel/paper-number.ts";
import { optionalText, textInput } from "#kernel/input.ts";
import { refuseTogether } from "#kernel/all-faults.ts";
import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import type { Transaction } from "kysely";
import { z } from "zod";
import { isManned } from "#modules/organization/server/index.ts";
import { lastFact } from "../../by-day.ts";
import { openDuties } from "../../duties.ts";
import type { MatterEvent, MatterState } from "../../matter.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { outcomes } from "../../statuses.ts";
import { moveWords } from "../../moves/move-rows.ts";
import { statusWords } from "../../words.ts";
import { rulingCapacities } from "../../who-answers-above.ts";
import { answerFields, answerGiven, answerIn, refuseWithoutBasis } from "./answer-input.ts";
import { coordinatorLines } from "../matter/matter-coordinators.ts";
import { refuseOwnDraft } from "./own-approval.ts";
import { unitAnsweringAbove } from "../matter/open-above.ts";
import { moveAct } from "./move-act.ts";
import { promiseTaken, toldInput } from "./promise-taken.ts";
import type { Matter } from "../matter/recommendation.store.ts";
import { returnReply } from "../above/return-reply.ts";

/**
 * What the agency means to answer, before anyone has approved it. What it only promises for a day is not done: it is asked
 * to make that a roadmap with its day (`schedule`), unless it says that the answer stands all the same.
 */
export const draftAnswer = moveAct({
  move: "draft_answer",
  fields: { outcome: z.enum(outcomes), ...answerFields, promise: toldInput },
  facts: ({ input, on, today }) => {
    const { outcome, promise } = input;
    const text = answerGiven(input);
    refuseTogether(
      () => answerIn(input, today),
      () => refuseWithoutBasis(outcome, text),
      () => promiseTaken(outcome === "refused" ? "" : text, on, promise),
    );
    return { outcome, text };
  },
});

/** Another person than its writer says that it may go out, unless the unit lets who drafts approve. */
export const approveAnswer = moveAct({
  move: "approve_answer",
  fields: { reason: optionalText(5000) },
  async facts({ trx, input, place, actor, on }) {
    await refuseOwnDraft(trx, actor, { matterId: place.matter.id, unitId: place.unitId });
    const { outcome, text } = latestDraft(place.matter, on);
    refuseWithoutBasis(outcome, text);
    return { reason: input.reason };
  },
});

/** The draft goes back to whoever writes it, and why; what was written stays to be gone on from. */
export const sendBack = moveAct({
  move: "send_back",
  fields: { reason: textInput(5000) },
  facts: ({ input }) => ({ reason: input.reason }),
});

/**
 * Issues the approved answer: the draft's own outcome and words, now with a symbol; while a coordinating agency has not called
 * its part done, with the reason.
 */
export const issueAnswer = moveAct({
  move: "answer",
  fields: { symbol: optionalPaperNumber(60), reason: optionalText(5000) },
  async facts({ trx, input, place, state, today, on }) {
    if (state.draft !== "approved") throw new Problem(problems.answer_not_approved);
    if (!input.reason) await refuseOverOpenDuties(trx, state, today);
    const { outcome, text } = latestDraft(place.matter, on);
    refuseWithoutBasis(outcome, text);
    return { outcome, text, symbol: input.symbol, reason: input.reason };
  },
  then: (context, matter) => {
    const { outcome, text } = latestDraft(matter, context.on);
    return returnReply(context, matter, { outcome: outcome!, text, symbol: context.input.symbol });
  },
});

async function refuseOverOpenDuties(trx: Transaction<DB>, state: MatterState, today: string): Promise<void> {
  const open = await coordinatorLines(trx, openDuties(state), today);
  if (open.length === 0) return;
  const units = open.map(({ name }) => name).join(", ");
  throw new Problem(problems.open_duties, { field: "reason", values: { units } });
}

/**
 * The reply of a higher unit that is not in the system, or has routed the matter out there, or in which nobody works: then it
 * came on paper, with its number, its day and its body.
 */
export const replyFromAbove = moveAct({
  move: "reply_from_above",
  fields: { outcome: z.enum(outcomes), ...answerFields, symbol: optionalPaperNumber(60) },
  async facts({ trx, input, place, state, on, today }) {
    refuseUnlessPassedUp(state, on);
    const above = await unitAnsweringAbove(trx, [place.matter.id]);
    if (above && (await isManned(trx, above, today, rulingCapacities)))
      throw new Problem(problems.child_decides);
    const { outcome, symbol } = input;
    const text = answerGiven(input);
    refuseTogether(
      () => answerIn(input, today),
      () => refuseWithoutBasis(outcome, text),
      () => {
        if (above && !symbol) throw new Problem(problems.paper_without_number, { field: "symbol" });
      },
    );
    return { outcome, text, symbol };
  },
  then(context, matter) {
    const { outcome, symbol } = context.input;
    return returnReply(context, matter, { outcome, text: answerIn(context.input, context.today), symbol });
  },
});

/** A further reply comes from a unit that has the matter in the system, by itself. */
function refuseUnlessPassedUp(state: MatterState, on: string): void {
  if (state.status === "passed_up") return;
  const [move, status] = [moveWords.reply_from_above, statusWords[state.status]];
  const words = { move: move.vi, move_en: move.en, status: status.vi, status_en: status.en, on };
  throw new Problem(problems.move_not_allowed, { values: words });
}

/** The draft of the latest day up to a day, as the history has it: an earlier one may have been written down after it. @throws Problem `no_draft` */
function latestDraft(matter: Pick<Matter, "events">, on: string): MatterEvent {
  const draft = lastFact(factsBy(matter, on), ({ act }) => act === "draft_answer");
  if (!draft) throw new Problem(problems.no_draft);
  return draft;
}
