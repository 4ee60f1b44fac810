import { createHash } from "node:crypto";
import { actorKey, type Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import { sql, type RawBuilder, type Transaction } from "kysely";
import { actProblems } from "./problems.ts";

/** Printable, and neither so short that two people choose the same nor without end. */
const wellFormed = /^[\x21-\x7e]{8,200}$/;

/** What makes an act that is sent again the same one: who sent it, by what key, and what was in it. */
export type Sending = {
  readonly act: string;
  readonly actor: string;
  readonly key: string;
  readonly inputHash: string;
  readonly now: Temporal.Instant;
};

export function isUsable(key: string | undefined): boolean {
  return !key || wellFormed.test(key);
}

/** Null where no key was sent with it. */
export function sendingOf(
  act: { readonly name: string },
  input: unknown,
  { actor, now, idempotencyKey: key }: { actor: Actor; now: Temporal.Instant; idempotencyKey?: string },
): Sending | null {
  if (!key) return null;
  const inputHash = createHash("sha256").update(act.name).update(JSON.stringify(input)).digest("hex");
  return { act: act.name, actor: actorKey(actor), key, inputHash, now };
}

const lockOf = ({ actor, key }: Sending) => sql`hashtextextended(${`${actor} ${key}`}, 0)`;

/**
 * The answer that the same actor got when this act was done with this key; undefined where it was not. A second request that
 * arrives while the first still runs waits for it. @throws Problem `key_used_for_other_input`
 */
export async function firstAnswer<Output>(
  trx: Transaction<DB>,
  sending: Sending,
): Promise<{ readonly output: Output } | undefined> {
  await sql`select pg_advisory_xact_lock(${lockOf(sending)})`.execute(trx);
  const before = await trx
    .selectFrom("performed_act")
    .select(["input_hash", "result"])
    .where("actor_key", "=", sending.actor)
    .where("idempotency_key", "=", sending.key)
    .executeTakeFirst();
  if (!before) return undefined;
  if (before.input_hash !== sending.inputHash) throw new Problem(actProblems.key_used_for_other_input);
  return { output: before.result as Output };
}

/** Whether nobody has done or is doing it; who is not sure waits, by `firstAnswer`. Two at one moment meet in the key. */
export function isFirst(sending: Sending): RawBuilder<boolean> {
  return sql<boolean>`(pg_try_advisory_xact_lock(${lockOf(sending)}) and not exists (select from performed_act
    where actor_key = ${sending.actor} and idempotency_key = ${sending.key}))`;
}

/** The constraint that the second of two meets. */
export const SENT_TWICE = "performed_act_pkey";

/** Keeps the answer (`told.answer`, JSON) for whoever sends it again: a part of the statement that writes the act. */
export function keptAnswer(sending: Sending): RawBuilder<unknown> {
  return sql`kept_answer as (
    insert into performed_act (actor_key, idempotency_key, act, input_hash, result, recorded_at)
    select ${sending.actor}, ${sending.key}, ${sending.act}, ${sending.inputHash}, told.answer::jsonb,
      ${sending.now.toString()}::timestamptz
    from told)`;
}
