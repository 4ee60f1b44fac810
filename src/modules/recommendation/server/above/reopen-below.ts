import { dayInVietnam } from "#kernel/clock.ts";
import { personIdOf } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { carriedOnBy } from "#modules/organization/server/index.ts";
import type { ActContext } from "#platform/server/act/act.ts";
import type { DB } from "#db";
import type { Transaction } from "kysely";
import { lastStepOfWork } from "../../annulment.ts";
import { lastFact } from "../../by-day.ts";
import type { MatterEvent } from "../../matter.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { factsOfReopeningAbove } from "../../reopened-above.ts";
import { isFromAbove, reopenedAbove } from "../../words-from-above.ts";
import { closeAgain, withoutClosingsAfter } from "./closings-below.ts";
import { annulEvent } from "../corrections/annul-event.ts";
import type { Recording } from "../matter/event.store.ts";
import { keeperBy, type MatterPlace } from "../moves/move-act.ts";
import { mattersBelow, mattersToldBelow } from "./matters-below.ts";
import { openAbove } from "../matter/open-above.ts";
import { recordEvent } from "../moves/record-event.ts";
import type { Matter } from "../matter/recommendation.store.ts";
import { stepToldAbove } from "./step-told-above.ts";

type Context = Pick<ActContext<unknown, MatterPlace>, "trx" | "now" | "today" | "actor" | "post"> & {
  readonly on: string;
};

/**
 * What is taken up again above is open again in every matter below that it came from, through each level to the first: they
 * wait for the answer of the same matter. `above` is the one that is open, `of` the one whose origins wait for it.
 */
export async function reopenBelow(context: Context, above: Matter, of: Matter = above): Promise<void> {
  for (const below of await mattersBelow(context.trx, of)) await waitAgain(context, below, above);
}

/** One matter below that waits for the one above from now on, with what follows further below; as it was, where it does already. */
export async function waitAgain(context: Context, below: Matter, above: Matter): Promise<Matter> {
  const { trx, on, now, today, actor, post } = context;
  const by = { now, today, personId: personIdOf(actor), postId: post?.id ?? null };
  const reason = reopenedAbove(above.code);
  const opened = await withoutClosingsAfter(trx, below, on, { ...by, reason });
  const facts = factsOfReopeningAbove(opened, above.code, { first: on, last: today });
  if (facts.length === 0) return below;
  let waiting = opened;
  for (const fact of facts) {
    const named = fact.act === "forward_up" ? { ...fact, toUnitId: await unitOf(trx, above, fact.on) } : fact;
    waiting = await recordEvent(trx, waiting, named, by);
  }
  await reopenBelow({ ...context, on: facts[0]!.on }, waiting);
  return waiting;
}

/** The unit that has the matter above on a day: its keeper, or whoever carries that on. */
async function unitOf(trx: Transaction<DB>, above: Matter, on: string): Promise<string> {
  const keeper = keeperBy(above, on);
  return (await carriedOnBy(trx, keeper, on)) ?? keeper;
}

type By = Recording & { readonly reason: string };
type TakenBack = {
  /** The day of the step above that is taken back. */
  readonly since: string;
  /** Id of the matter above that has ended again by that. */
  readonly endedId: string;
};

/**
 * The matter above was not to be taken up again: what waits for it below is as it was before, where nobody has built on it
 * and nothing else above is open for it.
 * @throws Problem `reopening_went_on`
 */
export async function waitNoMore(
  trx: Transaction<DB>,
  above: Matter,
  { since, endedId }: TakenBack,
  by: By,
): Promise<void> {
  for (const below of await mattersToldBelow(trx, above)) {
    const waiting = waitingSince(below, since);
    const others = (await openAbove(trx, [below.id])).filter(({ id }) => id !== endedId);
    if (!waiting || others.length > 0) continue;
    const last = lastStepOfWork(below.events)!;
    if (last !== waiting) {
      const { vi, en } = stepToldAbove(last.act);
      const values = { code: below.code, move: vi, move_en: en };
      throw new Problem(problems.reopening_went_on, { values });
    }
    await waitNoMore(trx, below, { since: waiting.on, endedId: below.id }, by);
    const before = await annulEvent(trx, below, waiting, by.reason, by);
    const reopening = lastStepOfWork(before.events);
    if (reopening?.act === "reopen" && isFromAbove(reopening) && reopening.on === waiting.on) {
      const ended = await annulEvent(trx, before, reopening, by.reason, by);
      await closeAgain(trx, ended, reopening.id!, { ...by, today: dayInVietnam(by.now) });
    }
  }
}

/** The step by which a matter waits for one that was reopened above, while no reply has come since. */
function waitingSince({ events }: Matter, since: string): MatterEvent | undefined {
  const last = lastFact(
    events,
    (event) => event.act === "reply_from_above" || (event.act === "forward_up" && isFromAbove(event)),
  );
  return last?.act === "forward_up" && last.on >= since ? last : undefined;
}
