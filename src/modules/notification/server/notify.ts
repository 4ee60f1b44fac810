import { uuidv7 } from "#kernel/identifier.ts";
import { enqueue } from "#platform/server/outbox.ts";
import type { DB } from "#db";
import type { Transaction } from "kysely";
import type { ConferenceDetails, DraftDetails } from "../conference-news.ts";
import type { NotificationDetails, PlanDetails } from "../notification.ts";
import type { OfferDetails } from "../offer-words.ts";
import type { Recipient } from "./people.store.ts";

export const MAIL_TOPIC = "notification.mail";

type Subject =
  | { readonly recommendationId: string; readonly details: NotificationDetails | DraftDetails }
  | { readonly conferenceId: string; readonly details: ConferenceDetails }
  | { readonly planId: string; readonly details: PlanDetails }
  | { readonly offerId: string; readonly details: OfferDetails };

export type NewNotification = Subject & {
  readonly kind: "moved" | "reminder";
  /** What it came from; with the person it is unique. */
  readonly source: string;
};

/** How to tell people: the moment, and whether letters can be sent at all. */
export type Telling = { readonly now: Temporal.Instant; readonly mail: boolean };

/** Tells people once: a line on their page and, where there is an address, a letter in the outbox. */
export async function notify(
  trx: Transaction<DB>,
  people: readonly Recipient[],
  news: NewNotification,
  { now, mail }: Telling,
): Promise<number> {
  if (people.length === 0) return 0;
  const rows = people.map(({ personId }) => ({
    id: uuidv7(now),
    person_id: personId,
    kind: news.kind,
    recommendation_id: "recommendationId" in news ? news.recommendationId : null,
    conference_id: "conferenceId" in news ? news.conferenceId : null,
    plan_id: "planId" in news ? news.planId : null,
    offer_id: "offerId" in news ? news.offerId : null,
    details: JSON.stringify(news.details),
    source: news.source,
    recorded_at: now.toString(),
  }));
  const written = await trx
    .insertInto("notification")
    .values(rows)
    .onConflict((conflict) => conflict.columns(["person_id", "source"]).doNothing())
    .returning(["id", "person_id"])
    .execute();
  const addressed = new Set(people.filter(({ email }) => email).map(({ personId }) => personId));
  for (const { id, person_id } of written) {
    if (mail && addressed.has(person_id)) await enqueue(trx, MAIL_TOPIC, { notification: id }, now);
  }
  return written.length;
}
