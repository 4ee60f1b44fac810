import { sql, type Kysely, type Transaction } from "kysely";
import type { DB } from "#db";
import { Problem } from "#kernel/problem.ts";
import { log } from "../log.ts";
import { createKysely, createPool, forReports, type Patience } from "./connect.ts";

// Figures of a day that is over change no more: another server that follows ours can count them, as soon as it has all that ours
// had. Who asks, what they may read and whatever is of today is asked of ours alone.

export type Replica = {
  /**
   * What is read there, of one moment; null where it is to be read from our own server: the replica is behind, out of
   * reach, none at all, or failed.
   * @throws Problem what the reading itself refuses
   */
  read<Answer>(work: (trx: Transaction<DB>) => Promise<Answer>): Promise<{ readonly answer: Answer } | null>;
  close(): Promise<void>;
};

/** Nobody waits for a replica: there is a server that has everything. */
const patience: Patience = { ...forReports, connection: 2000, crowded: undefined };

/** In milliseconds: for how long what the server had written is asked of the replica, and one that failed is left alone. */
const positionHolds = 10_000;
const leftAlone = 30_000;

type Position = { readonly system: string; readonly position: string };

/** `url` is a PostgreSQL that follows the one of `primary`; reads at most so many at once. */
export function openReplica(
  url: string,
  primary: Kysely<DB>,
  connections: number,
  ticks: () => number = () => performance.now(),
): Replica {
  const pool = createPool({ connectionString: url, max: connections }, patience);
  const db = createKysely(pool);
  let asked: { readonly at: number; readonly told: Promise<Position> } | undefined;
  let notBefore = -Infinity;
  let serves: boolean | undefined;

  function position(): Promise<Position> {
    if (!asked || ticks() - asked.at > positionHolds) {
      const told = positionOf(primary);
      told.catch(() => (asked = undefined));
      asked = { at: ticks(), told };
    }
    return asked.told;
  }

  function toldOnce(now: boolean, why: object): void {
    if (serves !== now) log[now ? "info" : "warn"](now ? {} : why, now ? replicaServes : primaryServes);
    serves = now;
  }

  async function read<Answer>(work: (trx: Transaction<DB>) => Promise<Answer>) {
    if (ticks() < notBefore) return null;
    const written = await position().catch(() => null);
    if (!written) return null;
    try {
      return await inOneMoment(written, work);
    } catch (error) {
      if (error instanceof Problem) throw error;
      notBefore = ticks() + leftAlone;
      toldOnce(false, { reason: (error as Error).message });
      return null;
    }
  }

  function inOneMoment<Answer>(written: Position, work: (trx: Transaction<DB>) => Promise<Answer>) {
    return db
      .transaction()
      .setIsolationLevel("repeatable read")
      .setAccessMode("read only")
      .execute(async (trx) => {
        const reason = await unfit(trx, written);
        toldOnce(reason === null, { reason });
        return reason === null ? { answer: await work(trx) } : null;
      });
  }

  return { read, close: () => pool.end() };
}

const replicaServes = "figures of days that are over are read from the replica";
const primaryServes = "figures of days that are over are read from the database itself, not from the replica";

async function positionOf(primary: Kysely<DB>): Promise<Position> {
  const { rows } = await sql<Position>`select pg_current_wal_flush_lsn()::text as position,
    (select system_identifier::text from pg_control_system()) as system`.execute(primary);
  return rows[0]!;
}

/** Why this moment of the replica is not to be read: it is another server's, no replica any more, or does not have all yet. */
async function unfit(trx: Transaction<DB>, written: Position): Promise<string | null> {
  const { rows } = await sql<{ ours: boolean; follows: boolean; has: boolean | null }>`
    select (select system_identifier::text from pg_control_system()) = ${written.system} as ours,
      pg_is_in_recovery() as follows, pg_last_wal_replay_lsn() >= ${written.position}::pg_lsn as has`.execute(
    trx,
  );
  const { ours, follows, has } = rows[0]!;
  if (!ours) return "DATABASE_REPLICA_URL leads to a server that does not follow this database's";
  if (!follows) return "DATABASE_REPLICA_URL leads to a server that follows no other";
  return has ? null : "the replica is behind";
}
