import { uuidv7 } from "#kernel/identifier.ts";
import type { DB } from "#db";
import { sql, type RawBuilder, type Transaction } from "kysely";

/** Leaves word, in the act's own transaction, of something that others are to be told. A job sends it. */
export async function enqueue(
  trx: Transaction<DB>,
  topic: string,
  payload: Record<string, unknown>,
  now: Temporal.Instant,
): Promise<void> {
  await trx
    .insertInto("outbox")
    .values({ id: uuidv7(now), topic, payload: JSON.stringify(payload), recorded_at: now.toString() })
    .execute();
}

/**
 * The same as a part of the statement in which an act is written, once the part `after` has its row. A word that is told to nobody
 * is dealt with by being written.
 */
export function outboxLine(
  topic: string,
  payload: Record<string, unknown>,
  now: Temporal.Instant,
  { after, toNobody = false }: { after: string; toNobody?: boolean },
): RawBuilder<unknown> {
  const at = sql`${now.toString()}::timestamptz`;
  return sql`word as (
    insert into outbox (id, topic, payload, recorded_at, processed_at)
    select ${uuidv7(now)}::uuid, ${topic}, ${JSON.stringify(payload)}::jsonb, ${at}, ${toNobody ? at : sql`null`}
    from ${sql.ref(after)})`;
}
