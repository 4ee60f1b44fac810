import { personIdOf } from "#kernel/actor.ts";
import type { ActContext } from "#platform/server/act/act.ts";
import type { DB } from "#db";
import type { Transaction } from "kysely";
import { lastStep } from "../../annulment.ts";
import type { MatterEvent } from "../../matter.ts";
import { statusAfter } from "../../status-transitions.ts";
import { annulEvent } from "../corrections/annul-event.ts";
import type { Recording } from "../matter/event.store.ts";
import type { MatterPlace } from "./move-act.ts";
import { mattersBelow } from "../above/matters-below.ts";
import { recordEvent } from "./record-event.ts";
import type { Matter } from "../matter/recommendation.store.ts";

type Context = Pick<ActContext<unknown, MatterPlace>, "trx" | "now" | "today" | "actor" | "post"> & {
  readonly on: string;
};

/**
 * A matter that the unit above routed out says the same below: there it goes out of sight at once, through each level
 * to the first, until the reviewer of that unit has looked. What it is about is told to nobody by that.
 */
export async function holdBelow(context: Context, above: Matter): Promise<void> {
  for (const below of await mattersBelow(context.trx, above)) {
    const last = lastStep(below.events);
    const on = last && last.on > context.on ? last.on : context.on;
    const held = mayBeHeld(below) ? await hold({ ...context, on }, below, above) : below;
    // Also where it was held there before: that hold went no further down.
    await holdBelow({ ...context, on }, held);
  }
}

function mayBeHeld({ state }: Matter): boolean {
  return !state.held && statusAfter(state.status, "hold", null) !== null;
}

function hold({ trx, now, today, actor, post, on }: Context, below: Matter, above: Matter): Promise<Matter> {
  const by = { now, today, personId: personIdOf(actor), postId: post?.id ?? null };
  return recordEvent(trx, below, { act: "hold", on, reason: reasonOf(above) }, by);
}

/** The matter was not to be routed out: what was held below because of it, and nobody has looked at, is shown again. */
export async function showBelowAgain(
  trx: Transaction<DB>,
  above: Matter,
  by: Recording & { readonly reason: string },
): Promise<void> {
  for (const below of await mattersBelow(trx, above)) {
    const last = lastStep(below.events);
    if (!last || !isHeldFor(last, above)) continue;
    await showBelowAgain(trx, below, by);
    await annulEvent(trx, below, last, by.reason, by);
  }
}

/**
 * By its reason the hold is known again as one that came from above, also in a register that was brought in from
 * elsewhere. One that says it in other words is not known, and stays held until a reviewer has looked.
 */
function reasonOf({ code }: Matter): string {
  return `Cấp trên đã chuyển ${code} theo quy định về khiếu nại, tố cáo.`;
}

function isHeldFor({ act, reason }: MatterEvent, above: Matter): boolean {
  return act === "hold" && reason === reasonOf(above);
}
