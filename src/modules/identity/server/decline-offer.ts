import type { Actor } from "#kernel/actor.ts";
import { standing } from "#modules/organization/server/index.ts";
import { act } from "#platform/server/act/act.ts";
import { performer } from "#platform/server/act/perform.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import { z } from "zod";
import { byLinkOnly } from "../permissions.ts";
import { identityProblems as problems } from "../problems.ts";
import { endOffer } from "./post-offer.store.ts";

/** A post that was offered is not taken: its link works no longer, and whoever offered it sees by whom it was declined. */
const refusal = act({
  name: "identity.decline_offer",
  title: { vi: "Từ chối chức vụ được mời", en: "Decline a post that was offered" },
  may: byLinkOnly,
  input: z.strictObject({ token: z.string().max(200), person: z.uuid() }),
  problems,
  audit: ({ person }) => ({ person }),
  async place() {
    return { unitId: null };
  },
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
 * Declines what a link offers, for the person who is signed in. They may hold no post yet, so the product itself acts.
 * @throws Problem `offer_gone`
 */
export async function declineOffer(
  db: Kysely<DB>,
  token: string,
  person: Extract<Actor, { kind: "person" }>,
  request: { readonly now: Temporal.Instant; readonly requestId?: string },
): Promise<{ id: string }> {
  const actor = { kind: "system", name: person.name } as const;
  return performer(db, standing)(refusal, { token, person: person.personId }, { ...request, actor });
}
