import { optionalText } from "#kernel/input.ts";
import { act } from "#platform/server/act/act.ts";
import { enqueue } from "#platform/server/outbox.ts";
import { actOnOffer, onOffer, type Offered } from "./act-on-offer.ts";
import { endOffer } from "./post-offer.store.ts";

/** A post that was offered is not taken: its link works no longer, and whoever offered it is told by whom, and why if that is said. */
const refusal = act({
  name: "identity.decline_offer",
  title: { vi: "Từ chối chức vụ được mời", en: "Decline a post that was offered" },
  ...onOffer,
  input: onOffer.input.extend({ reason: optionalText(500) }),
  async run({ trx, input: { token, person, reason }, now, today }) {
    const { id } = await endOffer(trx, { token, personId: person, as: "declined", reason }, now, today);
    await enqueue(trx, "identity.offer_declined", { offer: id }, now);
    return { id };
  },
});

/**
 * Declines what a link offers, for the person who is signed in.
 * @throws Problem `offer_gone`; where the reason is too long
 */
export const declineOffer = (offer: Offered, reason?: string): Promise<{ id: string }> =>
  actOnOffer(refusal, offer, { reason });
