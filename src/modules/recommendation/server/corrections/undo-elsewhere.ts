import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import type { Transaction } from "kysely";
import { lastMovingReopening, lastStepOfWork } from "../../annulment.ts";
import { repliesWith } from "../../answers-together.ts";
import { stateAfter } from "../../apply-event.ts";
import { lastFact } from "../../by-day.ts";
import { endingOf } from "../../ending.ts";
import { isOpen, type MatterEvent } from "../../matter.ts";
import { moveRows, moveWords } from "../../moves/move-rows.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { isFromAbove } from "../../words-from-above.ts";
import { annulEvent } from "./annul-event.ts";
import type { Recording } from "../matter/event.store.ts";
import { showBelowAgain } from "../moves/hold-below.ts";
import { mattersToldBelow } from "../above/matters-below.ts";
import { raisedAgain } from "../merging/merge.ts";
import { openAbove } from "../matter/open-above.ts";
import { replacePeriods } from "../matter/period.store.ts";
import {
  matterById,
  matterForChangeById,
  mergedInto,
  raiseVersion,
  type Matter,
} from "../matter/recommendation.store.ts";
import { waitNoMore } from "../above/reopen-below.ts";
import { stepToldAbove } from "../above/step-told-above.ts";

type By = Recording & { readonly reason: string };

/**
 * What a step brought about in other matters is undone with it, in one transaction, as long as nobody has built on it;
 * otherwise it is said what must be undone first.
 * @throws Problem `child_has_moved`, `reply_belongs_above`, `reply_went_on`, `reply_went_down`, `assigned_by_notice`,
 *   `brought_by_merge`, `merge_went_on`, `reopened_above`, `reopening_went_on`
 */
export async function undoElsewhere(
  trx: Transaction<DB>,
  matter: Matter,
  event: MatterEvent,
  by: By,
): Promise<void> {
  switch (event.act) {
    case "forward_up":
      await refuseIfReopenedAbove(trx, matter, event);
      await refuseIfBrought(trx, matter, event);
      return withdrawChild(trx, matter, event, by);
    case "reopen":
      await refuseIfReopenedAbove(trx, matter, event);
      await refuseIfBrought(trx, matter, event);
      return waitNoMore(trx, matter, { since: event.on, endedId: matter.id }, by);
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

/** What followed from a reopening above is taken back there, as long as there is anything open. @throws Problem `reopened_above` */
async function refuseIfReopenedAbove(trx: Transaction<DB>, matter: Matter, event: MatterEvent) {
  if (!isFromAbove(event)) return;
  const [above] = await openAbove(trx, [matter.id]);
  if (above) throw new Problem(problems.reopened_above, { values: { code: above.code } });
}

/** The matter above that this step began, if it is in the system: from now on it is not there. */
async function withdrawChild(
  trx: Transaction<DB>,
  matter: Matter,
  event: MatterEvent,
  { now }: By,
): Promise<void> {
  const began = matter.events.find((one) => isSamePassingUp(one, event));
  if (began?.id !== event.id) return;
  const found = await childrenOf(trx, [matter.id])
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
    .set({ taken_back_at: now.toString() })
    .where("id", "=", child.id)
    .execute();
}

/** Of several on one day to one unit the first began the matter there; by the others it waits for the same. */
function isSamePassingUp(one: MatterEvent, { on, toUnitId }: MatterEvent): boolean {
  return one.act === "forward_up" && one.on === on && one.toUnitId === toUnitId;
}

/** The reply of a unit above that has the matter in the system is that unit's to annul. */
async function refuseIfAnsweredAbove(trx: Transaction<DB>, matter: Matter): Promise<void> {
  for (const { id } of await childrenOf(trx, await raisedIn(trx, matter)).execute()) {
    const child = await matterForChangeById(trx, id);
    // One that was routed out there is answered here, if at all.
    if (isOpen(child.state.class) || child.state.status === "routed_out") continue;
    throw new Problem(problems.reply_belongs_above, { values: { code: child.code } });
  }
}

/** The matter with all that goes on in it. */
async function raisedIn(trx: Transaction<DB>, { id }: Matter): Promise<string[]> {
  return [id, ...(await mergedInto(trx, id))];
}

function childrenOf(trx: Transaction<DB>, matterIds: readonly string[]) {
  return trx
    .selectFrom("recommendation")
    .select("id")
    .where("forwarded_from_id", "in", matterIds)
    .where("taken_back_at", "is", null)
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
  for (const below of await mattersToldBelow(trx, matter)) {
    const reply = replyTo(event, below);
    if (!reply) continue;
    const last = lastStepOfWork(below.events)!;
    if (last.id !== reply.id) {
      const { vi, en } = stepToldAbove(last.act);
      throw new Problem(problems.reply_went_on, { values: { code: below.code, move: vi, move_en: en } });
    }
    await takeRepliesBack(trx, below, reply, by);
    await annulEvent(trx, below, reply, by.reason, by);
  }
}

/** The reply that an answer brought down: in its words, else on its day, as a register may have it. */
function replyTo(answer: MatterEvent, below: Matter): MatterEvent | undefined {
  const all = replies(below);
  return all.findLast((one) => isInWordsOf(one, answer)) ?? all.findLast(({ on }) => on === answer.on);
}

/** A merge brings a reply on a day of its own, after that of the answer, in the same words. */
function isInWordsOf(reply: MatterEvent, { act, on, text, reason }: MatterEvent): boolean {
  return reply.on >= on && repliesWith(reply.text ?? null, (act === "reject" ? reason : text) ?? null);
}

/**
 * What the merge brought about in the other is taken back with it: that it was taken up again, that it waits for a unit
 * above. What was answered before the merge was told below by the merge itself, and is taken back as well.
 */
async function undoMerge(trx: Transaction<DB>, matter: Matter, event: MatterEvent, by: By): Promise<void> {
  if (!event.intoId) return;
  const into = await matterForChangeById(trx, event.intoId);
  const ending = endingOf(into);
  if (ending && isBefore(ending, event)) return takeRepliesBack(trx, matter, ending, by);
  await refuseIfReplied(trx, matter, into);
  const own = stateAfter(
    matter.receivedOn,
    matter.events.filter(({ id }) => id !== event.id),
  );
  if (!isOpen(own.class)) await waitNoMore(trx, matter, { since: event.on, endedId: into.goesOnId }, by);
  await takeBackBrought(trx, matter, into, by);
}

/** By day, then by entry: their ids are in the order in which they were written down. */
function isBefore(one: MatterEvent, other: MatterEvent): boolean {
  return one.on < other.on || (one.on === other.on && one.id! < other.id!);
}

/** What was merged may have been answered with the other: then that answer must be taken back first. */
async function refuseIfReplied(trx: Transaction<DB>, matter: Matter, into: Matter): Promise<void> {
  const tells = ({ events }: Matter, reply: MatterEvent) =>
    events.some((event) => moveRows[event.act].lastWord !== null && isInWordsOf(reply, event));
  for (const below of await mattersToldBelow(trx, matter)) {
    if (replies(below).some((reply) => tells(into, reply) && !tells(matter, reply)))
      throw new Problem(problems.reply_went_down, { values: { code: below.code } });
  }
}

/** What a merge brought is taken back with the merge. @throws Problem `brought_by_merge` */
async function refuseIfBrought(trx: Transaction<DB>, into: Matter, event: MatterEvent): Promise<void> {
  for (const id of await mergedInto(trx, into.id)) {
    const matter = await matterById(trx, id);
    const brought = await broughtByMerge(trx, matter, into);
    if (brought.has(event.id!))
      throw new Problem(problems.brought_by_merge, { values: { code: matter.code } });
  }
}

async function takeBackBrought(trx: Transaction<DB>, matter: Matter, into: Matter, by: By): Promise<void> {
  const brought = await broughtByMerge(trx, matter, into);
  let now = into;
  while (brought.size > 0) {
    const last = lastStepOfWork(now.events)!;
    if (!brought.delete(last.id!)) {
      const { vi, en } = moveWords[last.act];
      throw new Problem(problems.merge_went_on, { values: { code: into.code, move: vi, move_en: en } });
    }
    if (last.act === "reopen") await waitNoMore(trx, now, { since: last.on, endedId: now.id }, by);
    now = await annulEvent(trx, now, last, by.reason, by);
  }
}

/** Known by its words, and by a passing up of which nothing began above: that is what the merged one has there. */
async function broughtByMerge(trx: Transaction<DB>, matter: Matter, into: Matter): Promise<Set<string>> {
  const children = await childrenOf(trx, [into.id]).select(["unit_id", "received_on"]).execute();
  const isOwn = ({ toUnitId, on }: MatterEvent) =>
    children.some((child) => child.unit_id === toUnitId && child.received_on === on);
  const there = await childrenOf(trx, await raisedIn(trx, matter))
    .select("unit_id")
    .execute();
  const above = new Set(there.map(({ unit_id }) => unit_id));
  const merge = lastFact(matter.events, ({ act, intoId }) => act === "merge" && intoId === into.id);
  const passedUp = into.events.find(
    (event) =>
      event.act === "forward_up" &&
      above.has(event.toUnitId!) &&
      isSince(merge, event) &&
      !isOwn(event) &&
      !isFromAbove(event),
  );
  const brought = into.events.filter((event, at) => {
    if (event.act === "reopen") return event.reason === raisedAgain(matter.code);
    if (event.act === "hand_over") return movedAgain(into.events.slice(0, at + 1), matter);
    return event === passedUp;
  });
  return new Set(brought.map(({ id }) => id!));
}

/** Written down with a merge, on its day or as soon after it as could be; a register writes everything down at once. */
function isSince(merge: MatterEvent | undefined, { on, id }: MatterEvent): boolean {
  return merge !== undefined && on >= merge.on && momentOf(id!) === momentOf(merge.id!);
}

/** An id begins with the millisecond in which it was made. */
const momentOf = (id: string) => id.slice(0, 13);

/** Whether the last of some steps gave the work to others because the matter was raised again in this one. */
function movedAgain(events: readonly MatterEvent[], { code }: Matter): boolean {
  return lastMovingReopening(events)?.reopening.reason === raisedAgain(code);
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
