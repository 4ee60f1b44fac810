import { personIdOf } from "#kernel/actor.ts";
import type { ActContext } from "#platform/server/act/act.ts";
import { Problem } from "#kernel/problem.ts";
import { lastFact } from "../by-day.ts";
import { endingOf } from "../ending.ts";
import { isOpen } from "../matter.ts";
import { recommendationProblems as problems } from "../problems.ts";
import type { Outcome } from "../status-transitions.ts";
import type { MatterPlace } from "./move-act.ts";
import { mattersBelow } from "./matters-below.ts";
import { recordEvent } from "./record-event.ts";
import { waitAgain } from "./reopen-below.ts";
import type { Matter } from "./recommendation.store.ts";

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
    await replyTo(context, hears, reply);
  }
}

/** What was taken up here while the one above was open still hears what is answered there: it waits for that, and has it. */
async function waitAgainIfOpen(context: Context, below: Matter, above: Matter): Promise<Matter> {
  return isOpen(below.state.class) ? waitAgain(context, below, above) : below;
}

async function replyTo(context: Context, below: Matter, reply: Reply): Promise<void> {
  const { trx, now, today, actor, post } = context;
  if (below.state.status !== "passed_up" && !hearsFurther(below, reply)) return;
  if (!reply.text && !reply.symbol) throw new Problem(problems.reply_without_words, { field: "text" });
  const personId = personIdOf(actor);
  const by = { now, today, personId, postId: post?.id ?? null };
  const on = dayOfReply(below, context.on);
  const answered = await recordEvent(trx, below, { act: "reply_from_above", on, ...reply }, by);
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
    (one) => (one.text ?? null) === (text ?? null) && (one.symbol ?? null) === (symbol ?? null),
  );
}

/** Answered from above, in other words than these, and nothing of its own came after. */
function hearsFurther(below: Matter, { text, symbol }: Reply): boolean {
  const { status } = below.state;
  if (status !== "answered" && status !== "closed") return false;
  const last = endingOf(below);
  const sameWords = last?.text === (text ?? null) && last.symbol === (symbol ?? null);
  return last?.act === "reply_from_above" && !sameWords && Boolean(text ?? symbol);
}
