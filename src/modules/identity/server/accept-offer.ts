import type { Actor } from "#kernel/actor.ts";
import { opens } from "#kernel/permission.ts";
import { Problem } from "#kernel/problem.ts";
import { organizationProblems } from "#modules/organization/problems.ts";
import { appoint, standing, unitByCode } from "#modules/organization/server/index.ts";
import { act } from "#platform/server/act/act.ts";
import { performer } from "#platform/server/act/perform.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import { z } from "zod";
import { byLinkOnly } from "../permissions.ts";
import { identityProblems as problems } from "../problems.ts";
import { endOffer } from "./post-offer.store.ts";

/** A post that was offered is accepted: its holder is whoever accepts it, and nobody had to find them first. */
const acceptance = act({
  name: "identity.accept_offer",
  title: { vi: "Nhận chức vụ được mời", en: "Accept a post that was offered" },
  may: byLinkOnly,
  input: z.strictObject({ token: z.string().max(200), person: z.uuid() }),
  problems,
  audit: ({ person }) => ({ person }),
  async place() {
    return { unitId: null };
  },
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
 * Accepts what a link offers, for the person who is signed in. They may hold no post yet, so the product itself acts.
 * @throws Problem `offer_gone`, `organization.post_overlaps`, `organization.own_post`
 */
export async function acceptOffer(
  db: Kysely<DB>,
  token: string,
  person: Extract<Actor, { kind: "person" }>,
  request: { readonly now: Temporal.Instant; readonly requestId?: string },
): Promise<{ id: string }> {
  const actor = { kind: "system", name: person.name } as const;
  return performer(db, standing)(acceptance, { token, person: person.personId }, { ...request, actor });
}
