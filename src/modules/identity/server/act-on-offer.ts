import type { Actor } from "#kernel/actor.ts";
import { standing } from "#modules/organization/server/index.ts";
import type { Act } from "#platform/server/act/act.ts";
import { performer } from "#platform/server/act/perform.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import { z } from "zod";
import { byLinkOnly } from "../permissions.ts";
import { identityProblems as problems } from "../problems.ts";

const input = z.strictObject({ token: z.string().max(200), person: z.uuid() });

/** What every act on an offered post has: it comes by the offer's link, and is of whoever is signed in. */
export const onOffer = {
  may: byLinkOnly,
  input,
  problems,
  audit: ({ person }: z.output<typeof input>) => ({ person }),
  async place() {
    return { unitId: null };
  },
};

/** In which database, by which link, for whom. */
export type Offered = [
  db: Kysely<DB>,
  token: string,
  person: Extract<Actor, { kind: "person" }>,
  request: { readonly now: Temporal.Instant; readonly requestId?: string },
];

/** Acts on what a link offers, for the person who is signed in. They may hold no post yet, so the product itself acts. */
export function actOnOffer<Schema extends z.ZodType, Output>(
  act: Act<Schema, Output>,
  [db, token, person, request]: Offered,
  said: Readonly<Record<string, unknown>> = {},
): Promise<Output> {
  const actor = { kind: "system", name: person.name } as const;
  return performer(db, standing)(act, { token, person: person.personId, ...said }, { ...request, actor });
}
