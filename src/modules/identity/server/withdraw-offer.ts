import { personIdOf } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { administers } from "#modules/organization/server/index.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayKeepAccounts } from "../permissions.ts";
import { identityProblems as problems } from "../problems.ts";
import { offerForChange, withdraw } from "./post-offer.store.ts";

/** An offer of a post is taken back: its link works no longer. To whoever is not above its unit it is not there. */
export const withdrawOffer = act({
  name: "identity.withdraw_offer",
  title: { vi: "Rút lời mời nhận chức vụ", en: "Withdraw an offer of a post" },
  may: mayKeepAccounts,
  input: z.strictObject({ offer: z.uuid() }),
  problems,
  async place({ trx, actor, today, input }) {
    const offer = await offerForChange(trx, input.offer);
    if (!offer || !(await administers({ trx, actor, today }, offer.unitId)))
      throw new Problem(problems.offer_not_found, { field: "offer" });
    return { unitId: offer.unitId, subjectId: offer.id, offer };
  },
  async run({ trx, place: { offer }, actor, now }) {
    if (offer.acceptedAt) throw new Problem(problems.offer_accepted);
    if (offer.declinedAt) throw new Problem(problems.offer_declined);
    if (!offer.withdrawnAt) await withdraw(trx, offer.id, { now, personId: personIdOf(actor) });
    return { id: offer.id };
  },
});
