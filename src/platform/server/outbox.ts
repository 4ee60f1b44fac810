import { uuidv7 } from "#kernel/identifier.ts";
import type { DB } from "#db";
import type { Transaction } from "kysely";

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
