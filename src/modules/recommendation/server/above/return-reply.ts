import { personIdOf } from "#kernel/actor.ts";
import type { ActContext } from "#platform/server/act/act.ts";
import { Problem } from "#kernel/problem.ts";
import { answersTogether, repliesWith, type AnswerAbove } from "../../answers-together.ts";
import { lastFact } from "../../by-day.ts";
import { endingOf } from "../../ending.ts";
import { isOpen } from "../../matter.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import type { Outcome } from "../../status-transitions.ts";
import { isOwedMore, untoldAnswers } from "./answers-above.ts";
import type { MatterPlace } from "../moves/move-act.ts";
import { mattersBelow } from "./matters-below.ts";
import { recordEvent } from "../moves/record-event.ts";
import { waitAgain } from "./reopen-below.ts";
import type { Matter } from "../matter/recommendation.store.ts";

type Reply = { readonly outcome: Outcome; readonly text?: string | null; readonly symbol?: string | null };
type Context = Pick<ActContext<unknown, MatterPlace>, "trx" | "now" | "today" | "actor" | "post"> & {
  readonly on: string;
};

/**
 * Takes an answer back down to everyone below who waits for it: the matter that was passed upward into this one,
 * and into any that was merged into it, or what that goes on in there; through each level to the first requester. Who
 * had an earlier reply hears the further one as well, and so does who took the matter up again meanwhile, unless the answer
 * is for those who wait alone.
 * @throws Problem `reply_without_words`, where there is nothing that could be told there
 */
export async function returnReply(
  context: Context,
  matter: Matter,
  reply: Reply,
  whom: "all" | "waiting" = "all",
): Promise<void> {
  for (const below of await mattersBelow(context.trx, matter)) {
    const hears =
      whom === "all" && isNew(below, reply) ? await waitAgainIfOpen(context, below, matter) : below;
    await replyTo(context, hears, reply, matter);
  }
}

/**
 * Who waited for several above, and for whom nothing more is owed since the last of them went elsewhere, hears now what
 * the others have said.
 */
export async function tellWhatWasAnswered(context: Context, below: Matter): Promise<void> {
  if (below.state.status !== "passed_up" || (await isOwedMore(context.trx, below))) return;
  const answers = await untoldAnswers(context.trx, below);
  if (answers.length > 0) await record(context, below, answers);
}

/** What was taken up here while the one above was open still hears what is answered there: it waits for that, and has it. */
async function waitAgainIfOpen(context: Context, below: Matter, above: Matter): Promise<Matter> {
  return isOpen(below.state.class) ? waitAgain(context, below, above) : below;
}

/** Whoever waits for several hears of all when the last has answered: until then part of it is open. */
async function replyTo(context: Context, below: Matter, reply: Reply, above: Matter): Promise<void> {
  const { trx } = context;
  const waits = below.state.status === "passed_up";
  if (!waits && !hearsFurther(below, reply)) return;
  const { outcome, text = null, symbol = null } = reply;
  if (!text && !symbol) throw new Problem(problems.reply_without_words, { field: "text" });
  if (waits && (await isOwedMore(trx, below, above))) return;
  const others = waits ? await untoldAnswers(trx, below) : [];
  const own = { code: above.code, on: context.on, outcome, text, symbol };
  await record(context, below, [...others.filter((one) => !isSameAnswer(one, own)), own]);
}

function isSameAnswer(one: AnswerAbove, other: AnswerAbove): boolean {
  return one.text === other.text && one.symbol === other.symbol;
}

async function record(context: Context, below: Matter, answers: readonly AnswerAbove[]): Promise<void> {
  const { trx, now, today, actor, post } = context;
  const reply = answersTogether(answers);
  const personId = personIdOf(actor);
  const by = { now, today, personId, postId: post?.id ?? null };
  const last = answers.reduce((day, answer) => (answer.on > day ? answer.on : day), context.on);
  const on = dayOfReply(below, last);
  const answered = await recordEvent(
    trx,
    below,
    { act: "reply_from_above", on, outcome: reply.outcome, text: reply.text, symbol: reply.symbol },
    by,
  );
  await returnReply({ ...context, on }, answered, reply);
}

/** The day of the answer, or that on which the matter began to wait for it, where its history did not allow it earlier. */
function dayOfReply({ events }: Matter, answeredOn: string): string {
  const waits = lastFact(events, ({ act }) => act === "forward_up");
  return waits && waits.on > answeredOn ? waits.on : answeredOn;
}

/** In words that were not told below before. */
function isNew({ events }: Matter, { text, symbol }: Reply): boolean {
  const told = events.filter(({ act }) => act === "reply_from_above");
  return !told.some(
    (one) =>
      repliesWith(one.text ?? null, text ?? null) && (text || (one.symbol ?? null) === (symbol ?? null)),
  );
}

/** Answered from above, in other words than these, and nothing of its own came after. */
function hearsFurther(below: Matter, { text, symbol }: Reply): boolean {
  const { status } = below.state;
  if (status !== "answered" && status !== "closed") return false;
  const last = endingOf(below);
  const sameWords =
    repliesWith(last?.text ?? null, text ?? null) && (text || (last?.symbol ?? null) === (symbol ?? null));
  return last?.act === "reply_from_above" && !sameWords && Boolean(text ?? symbol);
}
