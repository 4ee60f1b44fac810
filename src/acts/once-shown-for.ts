import type { DB } from "#db";
import { actorKey, type Actor } from "#kernel/actor.ts";
import { wellFormedKey } from "#platform/server/act/once-only.ts";
import { createHash } from "node:crypto";
import type { Kysely } from "kysely";

type Asked = {
  readonly actor: Actor;
  /** What makes the secret, named like an act. */
  readonly what: string;
  /** The idempotency key that was posted. */
  readonly key: unknown;
  readonly now: Temporal.Instant;
};

/**
 * What `performOnceShown` is for an act, for a secret that the sign-in itself makes: a form that is loaded again sends the same
 * key, makes no second one, and is not shown the first, which nobody keeps. One that was refused may be sent again.
 * @returns what was made; `null` where this form was sent before
 */
export async function onceShownFor<Made>(
  db: Kysely<DB>,
  { actor, what, key, now }: Asked,
  make: () => Promise<Made>,
): Promise<Made | null> {
  if (typeof key !== "string" || !wellFormedKey.test(key)) return make();
  const claim = { actor_key: actorKey(actor), idempotency_key: key };
  const input_hash = createHash("sha256").update(what).digest("hex");
  const claimed = await db
    .insertInto("performed_act")
    .values({ ...claim, act: what, input_hash, result: "null", recorded_at: now.toString() })
    .onConflict((conflict) => conflict.doNothing())
    .returning("act")
    .executeTakeFirst();
  if (!claimed) return null;
  try {
    return await make();
  } catch (error) {
    await db
      .deleteFrom("performed_act")
      .where("actor_key", "=", claim.actor_key)
      .where("idempotency_key", "=", key)
      .execute();
    throw error;
  }
}
