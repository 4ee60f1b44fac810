import { act } from "#platform/server/act/act.ts";
import { actOnOffer, onOffer, type Offered } from "./act-on-offer.ts";
import { endOffer } from "./post-offer.store.ts";

/** A post that was offered is not taken: its link works no longer, and whoever offered it sees by whom it was declined. */
const refusal = act({
  name: "identity.decline_offer",
  title: { vi: "Từ chối chức vụ được mời", en: "Decline a post that was offered" },
  ...onOffer,
  async run({ trx, input, now, today }) {
    const { id } = await endOffer(
      trx,
      { token: input.token, personId: input.person, as: "declined" },
      now,
      today,
    );
    return { id };
  },
});

/**
 * Declines what a link offers, for the person who is signed in.
 * @throws Problem `offer_gone`
 */
export const declineOffer = (...offer: Offered): Promise<{ id: string }> => actOnOffer(refusal, ...offer);
