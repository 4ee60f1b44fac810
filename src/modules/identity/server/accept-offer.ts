import { opens } from "#kernel/permission.ts";
import { Problem } from "#kernel/problem.ts";
import { organizationProblems } from "#modules/organization/problems.ts";
import { appoint, unitByCode } from "#modules/organization/server/index.ts";
import { act } from "#platform/server/act/act.ts";
import { actOnOffer, onOffer, type Offered } from "./act-on-offer.ts";
import { endOffer } from "./post-offer.store.ts";

/** A post that was offered is accepted: its holder is whoever accepts it, and nobody had to find them first. */
const acceptance = act({
  name: "identity.accept_offer",
  title: { vi: "Nhận chức vụ được mời", en: "Accept a post that was offered" },
  ...onOffer,
  async run(context) {
    const { trx, input, now, today } = context;
    const taken = { token: input.token, personId: input.person, as: "accepted" } as const;
    const offer = await endOffer(trx, taken, now, today);
    const { unit, capacity, title, acting, from, until } = offer;
    // Offered to oneself it is given to oneself.
    if (offer.byId === input.person && opens[capacity] !== "nothing")
      throw new Problem(organizationProblems.own_post, { field: "capacity" });
    const days = { from, until: until ?? undefined };
    const post = { person: input.person, unit, capacity, title: title ?? undefined, acting, ...days };
    const { id: unitId } = await unitByCode(trx, unit);
    const what = appoint.input.parse(post);
    return appoint.run({ ...context, input: what, place: { unitId, subjectId: input.person } });
  },
});

/**
 * Accepts what a link offers, for the person who is signed in.
 * @throws Problem `offer_gone`, `organization.post_overlaps`, `organization.own_post`
 */
export const acceptOffer = (offer: Offered): Promise<{ id: string }> => actOnOffer(acceptance, offer);
