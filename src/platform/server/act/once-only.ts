import { createHash } from "node:crypto";
import { actorKey } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import { sql, type Transaction } from "kysely";
import type { Request } from "./perform.ts";
import { actProblems } from "./problems.ts";

/** Printable, and neither so short that two people choose the same nor without end. */
const wellFormed = /^[\x21-\x7e]{8,200}$/;

/**
 * Runs `perform` unless the same actor has already done this act with this key; then gives the first answer again.
 * A second request that arrives while the first still runs waits for it.
 */
export async function onceOnly<Output>(
  trx: Transaction<DB>,
  act: { name: string },
  input: unknown,
  request: Request,
  perform: () => Promise<Output>,
): Promise<Output> {
  const key = request.idempotencyKey;
  if (!key) return perform();
  if (!wellFormed.test(key)) throw new Problem(actProblems.key_not_usable);
  const actor = actorKey(request.actor);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${actor} ${key}`}, 0))`.execute(trx);

  const hash = createHash("sha256").update(act.name).update(JSON.stringify(input)).digest("hex");
  const before = await trx
    .selectFrom("performed_act")
    .select(["input_hash", "result"])
    .where("actor_key", "=", actor)
    .where("idempotency_key", "=", key)
    .executeTakeFirst();
  if (before && before.input_hash !== hash) throw new Problem(actProblems.key_used_for_other_input);
  if (before) return before.result as Output;

  const result = await perform();
  await trx
    .insertInto("performed_act")
    .values({
      actor_key: actor,
      idempotency_key: key,
      act: act.name,
      input_hash: hash,
      result: JSON.stringify(result ?? null),
      recorded_at: request.now.toString(),
    })
    .execute();
  return result;
}
