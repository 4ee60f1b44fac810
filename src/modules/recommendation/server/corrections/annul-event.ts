import { enqueue } from "#platform/server/outbox.ts";
import type { DB } from "#db";
import type { Transaction } from "kysely";
import { lastStep } from "../../annulment.ts";
import { statePeriods } from "../../state-periods.ts";
import type { MatterEvent } from "../../matter.ts";
import type { Recording } from "../matter/event.store.ts";
import { replacePeriods } from "../matter/period.store.ts";
import { matterForChangeById, raiseVersion, type Matter } from "../matter/recommendation.store.ts";

/**
 * Takes the last step of a matter's history back, which must have one: a fact of its own, and the periods that follow
 * from the steps before. What was known until now can still be asked for.
 */
export async function annulLastEvent(
  trx: Transaction<DB>,
  matter: Matter,
  reason: string,
  by: Recording,
): Promise<Matter> {
  const last = lastStep(matter.events)!;
  const left = matter.events.filter(({ id }) => id !== last.id);
  await keepAnnulment(trx, matter, last, reason, by);
  await replacePeriods(trx, matter.id, statePeriods(matter.receivedOn, left), by.now);
  await raiseVersion(trx, matter.id);
  await enqueue(trx, "recommendation.annulled", { recommendation: matter.id, event: last.id }, by.now);
  return matterForChangeById(trx, matter.id);
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
