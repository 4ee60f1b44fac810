import { personIdOf } from "#kernel/actor.ts";
import type { ActContext } from "#platform/server/act/act.ts";
import type { DB } from "#db";
import { sql, type Kysely, type Transaction } from "kysely";
import { lastStep } from "../annulment.ts";
import type { MatterEvent } from "../matter.ts";
import { statusAfter } from "../status-transitions.ts";
import { annulLastEvent } from "./annul-event.ts";
import type { Recording } from "./event.store.ts";
import type { MatterPlace } from "./move-act.ts";
import { recordEvent } from "./record-event.ts";
import { matterForChangeById, mergedInto, type Matter } from "./recommendation.store.ts";

type Context = Pick<ActContext<unknown, MatterPlace>, "trx" | "now" | "today" | "actor" | "post"> & {
  readonly on: string;
};

/**
 * A matter that the unit above routed out says the same below: there it goes out of sight at once, through each level
 * to the first, until the reviewer of that unit has looked. What it is about is told to nobody by that.
 */
export async function holdBelow(context: Context, above: Matter): Promise<void> {
  for (const below of await mattersBelow(context.trx, above)) {
    const { trx, now, today, actor, post, on } = context;
    const last = lastStep(below.receivedOn, below.events);
    const day = last && last.on > on ? last.on : on;
    const mayBeHeld = statusAfter(below.state.status, "hold", null) !== null;
    if (below.state.held || !mayBeHeld) continue;
    const by = { now, today, personId: personIdOf(actor), postId: post?.id ?? null };
    const reason = reasonOf(above);
    await holdBelow(
      { ...context, on: day },
      await recordEvent(trx, below, { act: "hold", on: day, reason }, by),
    );
  }
}

/** The matter was not to be routed out: what was held below because of it, and nobody has looked at, is shown again. */
export async function showBelowAgain(
  trx: Transaction<DB>,
  above: Matter,
  by: Recording & { readonly reason: string },
): Promise<void> {
  for (const below of await mattersBelow(trx, above)) {
    const last = lastStep(below.receivedOn, below.events);
    if (!last || !isHeldFor(last, above)) continue;
    await showBelowAgain(trx, below, by);
    await annulLastEvent(trx, below, by.reason, by);
  }
}

/** Whether a unit above still has the matter in the system, so that its answer comes down by itself. */
export async function isAnsweredAbove(db: Kysely<DB>, matterId: string): Promise<boolean> {
  const child = await db
    .selectFrom("recommendation as child")
    .innerJoin("present_matter as p", "p.recommendation_id", "child.id")
    .select("child.id")
    .where("child.forwarded_from_id", "=", matterId)
    .where("child.withdrawn_at", "is", null)
    .where("p.status", "<>", "routed_out")
    .executeTakeFirst();
  return child !== undefined;
}

/** By its reason the hold is known again as one that came from above. */
function reasonOf({ code }: Matter): string {
  return `Cấp trên đã chuyển ${code} theo quy định về khiếu nại, tố cáo.`;
}

function isHeldFor({ act, reason }: MatterEvent, above: Matter): boolean {
  return act === "hold" && reason === reasonOf(above);
}

/** Those that were passed upward into this one, or into any that was merged into it; each locked, in one order. */
async function mattersBelow(trx: Transaction<DB>, above: Matter): Promise<Matter[]> {
  const ids = [above.id, ...(await mergedInto(trx, above.id))];
  const rows = await trx
    .selectFrom("recommendation as child")
    .select("child.forwarded_from_id as id")
    .distinct()
    .where("child.id", "=", sql<string>`any(${ids}::uuid[])`)
    .where("child.forwarded_from_id", "is not", null)
    .where("child.withdrawn_at", "is", null)
    .orderBy("child.forwarded_from_id")
    .execute();
  const below: Matter[] = [];
  for (const { id } of rows) below.push(await matterForChangeById(trx, id!));
  return below;
}
