import { Problem } from "#kernel/problem.ts";
import { enqueue } from "#platform/server/outbox.ts";
import type { DB } from "#db";
import type { Transaction } from "kysely";
import { lastFact } from "../../by-day.ts";
import type { MatterEvent } from "../../matter.ts";
import { moveWords } from "../../moves/move-rows.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { statePeriods, type StatePeriod } from "../../state-periods.ts";
import type { Recording } from "../matter/event.store.ts";
import { replacePeriods } from "../matter/period.store.ts";
import { matterForChangeById, raiseVersion, type Matter } from "../matter/recommendation.store.ts";

/**
 * Takes a step of a matter's history back, the last or the last before a hold that has ended: a fact of its own, and the periods
 * that follow from the steps that are left. What was known until now can still be asked for.
 * @throws Problem `hold_stands_on` where that hold could not have been without the step
 */
export async function annulEvent(
  trx: Transaction<DB>,
  matter: Matter,
  event: MatterEvent,
  reason: string,
  by: Recording,
): Promise<Matter> {
  const periods = periodsWithout(matter, event);
  await keepAnnulment(trx, matter, event, reason, by);
  await replacePeriods(trx, matter.id, periods, by.now);
  await raiseVersion(trx, matter.id);
  await enqueue(trx, "recommendation.annulled", { recommendation: matter.id, event: event.id }, by.now);
  return matterForChangeById(trx, matter.id);
}

function periodsWithout({ code, receivedOn, events }: Matter, event: MatterEvent): StatePeriod[] {
  const left = events.filter(({ id }) => id !== event.id);
  try {
    return statePeriods(receivedOn, left);
  } catch (error) {
    const hold = lastFact(events, ({ act }) => act === "hold");
    if (!(error instanceof Problem) || !hold) throw error;
    const { vi, en } = moveWords[event.act];
    throw new Problem(problems.hold_stands_on, { values: { code, move: vi, move_en: en, held: hold.on } });
  }
}

/** The fact alone that an event counts no more, and why. */
export async function keepAnnulment(
  trx: Transaction<DB>,
  matter: Pick<Matter, "id">,
  event: MatterEvent,
  reason: string,
  by: Recording,
): Promise<void> {
  const row = { event_id: event.id!, recommendation_id: matter.id, reason, recorded_at: by.now.toString() };
  await trx
    .insertInto("recommendation_annulment")
    .values({ ...row, recorded_by: by.personId, recorded_in: by.postId })
    .execute();
}
