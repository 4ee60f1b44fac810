import { declinedOffer } from "#modules/identity/server/index.ts";
import type { Word } from "#platform/server/outbox-worker.ts";
import { notify } from "./notify.ts";
import { recipient } from "./people.store.ts";
import { shortReason } from "./short-reason.ts";

/** Whoever offered a post is told who does not take it, and why where that was said; one that the product itself offered tells nobody. */
export async function tellDeclined({ trx, id, payload, now }: Word, mail: boolean): Promise<void> {
  const declined = await declinedOffer(trx, String(payload.offer));
  if (!declined) return;
  const { offeredBy, reason, ...offer } = declined;
  const details = { ...offer, ...(reason && { reason: shortReason(reason) }) };
  const news = { kind: "moved" as const, offerId: offer.offer, details, source: `outbox ${id}` };
  await notify(trx, await recipient(trx, offeredBy), news, { now, mail });
}
