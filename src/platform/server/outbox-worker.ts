import type { Clock } from "#kernel/clock.ts";
import type { DB } from "#db";
import { sql, type Kysely, type Transaction } from "kysely";
import { log } from "./log.ts";

/** A line of the outbox, with the transaction in which it is dealt with. */
export type Word = {
  readonly trx: Transaction<DB>;
  readonly id: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly now: Temporal.Instant;
};

/**
 * Deals with the lines of one topic. What it writes is kept together with the mark that the line is done, so it
 * happens once; what it does to the world outside may happen again after a crash and must bear that.
 */
export type WordHandler = {
  /** Talks to the world outside: has a lane of its own, so that nobody waits for a dead mail server. */
  readonly slow: boolean;
  readonly handle: (word: Word) => Promise<void>;
};

export type WordHandlers = Readonly<Record<string, WordHandler>>;

const QUICK_AT_ONCE = 50;

export type Lane = "quick" | "slow";

/** After the last of these waits, in minutes, a word has failed for good. */
const waits = [1, 5, 15, 60, 180, 720] as const;

/** Deals with every line of a lane that is due; answers how many. Any number of processes may do so at once. */
export async function workOutbox(
  db: Kysely<DB>,
  handlers: WordHandlers,
  lane: Lane,
  clock: Clock,
  isStopping: () => boolean = () => false,
): Promise<number> {
  const slow = Object.keys(handlers).filter((topic) => handlers[topic]!.slow);
  // A letter that was sent cannot be taken back with the transaction: slow words go one by one.
  const atOnce = lane === "slow" ? 1 : QUICK_AT_ONCE;
  for (let count = 0; ;) {
    if (isStopping()) return count;
    const done = await workSome(db, handlers, { lane, slow, atOnce }, clock());
    count += done;
    if (done === 0) return count;
  }
}

/** A topic that nobody listens to is done by that. */
async function workSome(
  db: Kysely<DB>,
  handlers: WordHandlers,
  { lane, slow, atOnce }: { lane: Lane; slow: readonly string[]; atOnce: number },
  now: Temporal.Instant,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const rows = await trx
      .selectFrom("outbox")
      .select(["id", "topic", "payload", "attempts"])
      .where("processed_at", "is", null)
      .where("failed_at", "is", null)
      .where("next_attempt_at", "<=", sql<Date>`${now.toString()}::timestamptz`)
      .where(sql<boolean>`(topic = any(${[...slow]}::text[])) = ${lane === "slow"}`)
      .orderBy("next_attempt_at")
      .orderBy("recorded_at")
      .limit(atOnce)
      .forUpdate()
      .skipLocked()
      .execute();
    const passedOn: string[] = [];
    for (const row of rows) {
      const handle = handlers[row.topic]?.handle;
      const payload = row.payload as Record<string, unknown>;
      const failure = handle ? await attempt(trx, () => handle({ trx, id: row.id, payload, now })) : null;
      if (failure === null) passedOn.push(row.id);
      else await markTried(trx, row, failure, now);
    }
    if (passedOn.length > 0) await markDone(trx, passedOn, now);
    return rows.length;
  });
}

/** Takes back what a failed handler wrote, and only that. */
async function attempt(trx: Transaction<DB>, work: () => Promise<void>): Promise<Error | null> {
  await sql`savepoint word`.execute(trx);
  try {
    await work();
    await sql`release savepoint word`.execute(trx);
    return null;
  } catch (error) {
    await sql`rollback to savepoint word`.execute(trx);
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function markDone(trx: Transaction<DB>, ids: readonly string[], now: Temporal.Instant): Promise<void> {
  await trx
    .updateTable("outbox")
    .set({ processed_at: now.toString(), attempts: sql`attempts + 1` })
    .where("id", "in", ids)
    .execute();
}

async function markTried(
  trx: Transaction<DB>,
  row: { id: string; topic: string; attempts: number },
  failure: Error,
  now: Temporal.Instant,
): Promise<void> {
  const attempts = row.attempts + 1;
  const wait = waits[row.attempts];
  const about = { topic: row.topic, outbox: row.id, attempts };
  if (wait === undefined) log.error({ ...about, err: failure }, "a word could not be passed on, for good");
  else log.warn({ ...about, reason: failure.message }, "a word could not be passed on yet");
  const next =
    wait === undefined
      ? { failed_at: now.toString() }
      : { next_attempt_at: now.add({ minutes: wait }).toString() };
  await trx
    .updateTable("outbox")
    .set({ attempts, last_error: failure.message.slice(0, 1000), ...next })
    .where("id", "=", row.id)
    .execute();
}

/** Forgets words passed on before an instant; those that failed stay to be looked into. */
export async function forgetDone(db: Kysely<DB>, before: Temporal.Instant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("outbox")
    .where("processed_at", "<", sql<Date>`${before.toString()}::timestamptz`)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
