import type { DB } from "#db";
import type { Transaction } from "kysely";
import { lastStep } from "../../annulment.ts";
import { annulledEventsOf, type Recording } from "../matter/event.store.ts";
import { keepAnnulment } from "../corrections/annul-event.ts";
import { recordEvent } from "../moves/record-event.ts";
import { matterForChangeById, type Matter } from "../matter/recommendation.store.ts";

type By = Recording & { readonly today: string };

/**
 * A closing is formal, and says nothing where on its day the matter had long been open again above: it falls away with
 * `reason`, so that by the day nothing is done between. What people said of the answer stays.
 */
export async function withoutClosingsAfter(
  trx: Transaction<DB>,
  below: Matter,
  day: string,
  { reason, ...by }: By & { readonly reason: string },
): Promise<Matter> {
  const last = lastStep(below.events);
  if (last?.act !== "close" || last.on <= day) return below;
  await keepAnnulment(trx, below, last, reason, by);
  return withoutClosingsAfter(trx, await matterForChangeById(trx, below.id), day, { reason, ...by });
}

/** Closings that fell away in the moment in which a step was written down hold again, now that this one does not. */
export async function closeAgain(
  trx: Transaction<DB>,
  below: Matter,
  stepId: string,
  by: By,
): Promise<Matter> {
  const fallen = await trx
    .selectFrom("recommendation_annulment as a")
    .innerJoin("recommendation_event as step", "step.recorded_at", "a.recorded_at")
    .select("a.event_id")
    .where("step.id", "=", stepId)
    .where("a.recommendation_id", "=", below.id)
    .execute();
  const ids = new Set(fallen.map(({ event_id }) => event_id));
  const annulled = (await annulledEventsOf(trx, [below.id])).get(below.id) ?? [];
  let closed = below;
  for (const { id, ...event } of annulled)
    if (event.act === "close" && ids.has(id!)) closed = await recordEvent(trx, closed, event, by);
  return closed;
}
