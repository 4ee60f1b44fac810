import { capacities, personIdOf } from "#kernel/actor.ts";
import { dayInput, optionalDay, optionalText, unitCodeInput, yesNo } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { organizationProblems } from "#modules/organization/problems.ts";
import { unitThereOn } from "#modules/organization/server/index.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayKeepAccounts } from "../permissions.ts";
import { identityProblems as problems } from "../problems.ts";
import { onceShown } from "./one-time-secret.ts";
import { insertOffer } from "./post-offer.store.ts";
import { mustBePresent } from "./token-actor.ts";

/**
 * Offers a post by a link that works once, to somebody whom one does not keep and so cannot appoint: whoever accepts it,
 * signed in, holds it. The link's secret is shown once (`output.token`).
 */
export const offerPost = act({
  name: "identity.offer_post",
  title: { vi: "Mời nhận chức vụ", en: "Offer a post" },
  may: mayKeepAccounts,
  input: z.strictObject({
    unit: unitCodeInput,
    capacity: z.enum(capacities),
    title: optionalText(200),
    acting: yesNo.default(false),
    from: dayInput,
    until: optionalDay,
  }),
  problems,
  alone: ({ from, until }) => {
    if (from && until && until < from)
      throw new Problem(organizationProblems.ends_before_it_begins, { field: "until" });
  },
  async place({ trx, input, actor }) {
    mustBePresent(actor);
    const unit = await unitThereOn(trx, input.unit, input.from, "unit");
    return { unitId: unit.id };
  },
  async run({ trx, input, place: { unitId }, actor, post, now }) {
    const { capacity, title = null, acting, from, until = null } = input;
    const offer = { unitId, capacity, title, acting, from, until };
    const by = { now, personId: personIdOf(actor), postId: post?.id ?? null };
    const { id, token, expiresAt } = await insertOffer(trx, offer, by);
    return onceShown({ id, expires_at: expiresAt.toString() }, token);
  },
});
