import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import type { Transaction } from "kysely";
import { lastStep } from "../annulment.ts";
import { endingOf } from "../ending.ts";
import { isOpen, type MatterEvent } from "../matter.ts";
import { recommendationProblems as problems } from "../problems.ts";
import { moveWords } from "../words.ts";
import { annulLastEvent } from "./annul-event.ts";
import type { Recording } from "./event.store.ts";
import { showBelowAgain } from "./hold-below.ts";
import { mattersBelow } from "./matters-below.ts";
import { replacePeriods } from "./period.store.ts";
import { matterForChangeById, mergedInto, raiseVersion, type Matter } from "./recommendation.store.ts";

type By = Recording & { readonly reason: string };

/**
 * What a step brought about in other matters is undone with it, in one transaction, as long as nobody has built on it;
 * otherwise it is said what must be undone first.
 * @throws Problem `child_has_moved`, `reply_belongs_above`, `reply_went_on`, `reply_went_down`, `assigned_by_notice`
 */
export async function undoElsewhere(
  trx: Transaction<DB>,
  matter: Matter,
  event: MatterEvent,
  by: By,
): Promise<void> {
  switch (event.act) {
    case "forward_up":
      return withdrawChild(trx, matter, event, by);
    case "merge":
      return undoMerge(trx, matter, event, by);
    case "assign":
      return refuseIfByNotice(trx, event);
    case "reply_from_above":
      await refuseIfAnsweredAbove(trx, matter);
      return takeRepliesBack(trx, matter, event, by);
    case "route_out":
      return showBelowAgain(trx, matter, by);
    case "rule":
    case "answer":
    case "reject":
      return takeRepliesBack(trx, matter, event, by);
    default:
      return;
  }
}

/** The matter above that this step began, if it is in the system: from now on it is not there. */
async function withdrawChild(
  trx: Transaction<DB>,
  matter: Matter,
  event: MatterEvent,
  { now }: By,
): Promise<void> {
  const found = await childrenOf(trx, matter)
    .where("unit_id", "=", event.toUnitId ?? null)
    .where("received_on", "=", event.on)
    .executeTakeFirst();
  if (!found) return;
  const child = await matterForChangeById(trx, found.id);
  const goesOnInIt = await mergedInto(trx, child.id);
  if (child.events.length > 0 || goesOnInIt.length > 0)
    throw new Problem(problems.child_has_moved, { values: { code: child.code } });
  await replacePeriods(trx, child.id, [], now);
  await raiseVersion(trx, child.id);
  await trx
    .updateTable("recommendation")
    .set({ withdrawn_at: now.toString() })
    .where("id", "=", child.id)
    .execute();
}

/** The reply of a unit above that has the matter in the system is that unit's to annul. */
async function refuseIfAnsweredAbove(trx: Transaction<DB>, matter: Matter): Promise<void> {
  for (const { id } of await childrenOf(trx, matter).execute()) {
    const child = await matterForChangeById(trx, id);
    // One that was routed out there is answered here, if at all.
    if (isOpen(child.state.class) || child.state.status === "routed_out") continue;
    throw new Problem(problems.reply_belongs_above, { values: { code: child.code } });
  }
}

function childrenOf(trx: Transaction<DB>, matter: Matter) {
  return trx
    .selectFrom("recommendation")
    .select("id")
    .where("forwarded_from_id", "=", matter.id)
    .where("withdrawn_at", "is", null)
    .orderBy("recorded_at", "desc")
    .orderBy("id");
}

/** A reply goes down on the day of the answer: it is taken back in every matter below where nothing came after it. */
async function takeRepliesBack(
  trx: Transaction<DB>,
  matter: Matter,
  event: MatterEvent,
  by: By,
): Promise<void> {
  for (const below of await mattersBelow(trx, matter)) {
    const reply = replies(below).find((one) => isReplyOf(one, event));
    if (!reply) continue;
    const last = lastStep(below.events)!;
    if (last.id !== reply.id) {
      const { vi, en } = moveWords[last.act];
      throw new Problem(problems.reply_went_on, { values: { code: below.code, move: vi, move_en: en } });
    }
    await takeRepliesBack(trx, below, reply, by);
    await annulLastEvent(trx, below, by.reason, by);
  }
}

/** A merge brings a reply on a day of its own, after that of the answer, in the same words. */
function isReplyOf(reply: MatterEvent, { on, text }: MatterEvent): boolean {
  return reply.on === on || (reply.on > on && reply.text === text);
}

/** What was answered before the merge was told below by the merge itself, and is taken back with it. */
async function undoMerge(trx: Transaction<DB>, matter: Matter, event: MatterEvent, by: By): Promise<void> {
  const into = event.intoId ? await matterForChangeById(trx, event.intoId) : null;
  const ending = into && endingOf(into);
  if (ending && ending.on < event.on) return takeRepliesBack(trx, matter, event, by);
  return refuseIfReplied(trx, matter, event);
}

/** What was merged may have been answered with the other: then that answer must be taken back first. */
async function refuseIfReplied(trx: Transaction<DB>, matter: Matter, event: MatterEvent): Promise<void> {
  for (const below of await mattersBelow(trx, matter)) {
    if (replies(below).some(({ on }) => on >= event.on))
      throw new Problem(problems.reply_went_down, { values: { code: below.code } });
  }
}

function replies({ events }: Matter): MatterEvent[] {
  return events.filter(({ act }) => act === "reply_from_above");
}

/** What a notice of conclusion assigned is put right by amending the notice. */
async function refuseIfByNotice(trx: Transaction<DB>, event: MatterEvent): Promise<void> {
  const found = await trx
    .selectFrom("recommendation_event as e")
    .innerJoin("notice_line as l", "l.recommendation_id", "e.recommendation_id")
    .innerJoin("notice_of_conclusion as n", (join) =>
      join.onRef("n.id", "=", "l.notice_id").onRef("n.issued_recorded_at", "=", "e.recorded_at"),
    )
    .select("n.id")
    .where("e.id", "=", event.id!)
    .executeTakeFirst();
  if (found) throw new Problem(problems.assigned_by_notice);
}
