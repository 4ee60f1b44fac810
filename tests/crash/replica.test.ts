import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { packagedBinaries } from "#platform/server/database/binaries.ts";
import { openDatabase, type OpenDatabase } from "#platform/server/database/open.ts";
import { openReplica, type Replica } from "#platform/server/database/replica.ts";
import { canRun, isRoot, unprivilegedAccount } from "#platform/server/database/server-account.ts";
import { Problem } from "#kernel/problem.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { asker } from "#platform/server/reading/ask.ts";
import { reading } from "#platform/server/reading/reading.ts";
import { sql, type Kysely } from "kysely";
import type { DB } from "#db";
import {
  startFollower,
  startOrdinaryServer,
  systemPostgres,
  type OrdinaryServer,
} from "../support/ordinary-server.ts";

/** The one that the product brings, where the account that servers run under can; otherwise the machine's. */
function usableBinaries(): string | undefined {
  const { initdb } = packagedBinaries();
  return !isRoot() || canRun(unprivilegedAccount(), initdb) ? dirname(initdb) : systemPostgres();
}

const binaries = usableBinaries();
let now = 0;
let primary: OrdinaryServer;
let follower: OrdinaryServer;
let database: OpenDatabase;
let replica: Replica;

if (!binaries) console.log("skipped “a replica”: no PostgreSQL that another account may run");

const isFollower = async (db: Kysely<DB>) =>
  (await sql<{ told: boolean }>`select pg_is_in_recovery() as told`.execute(db)).rows[0]!.told;
const countNoted = async (db: Kysely<DB>) =>
  (await sql<{ told: number }>`select count(*)::int as told from noted`.execute(db)).rows[0]!.told;

/** Asks until the replica has what was written before. */
async function readSoon<Answer>(work: (db: Kysely<DB>) => Promise<Answer>) {
  for (let tries = 0; tries < 400; tries++) {
    now += 60_000;
    const told = await replica.read(work);
    if (told) return told.answer;
    await wait(25);
  }
  throw new Error("the replica never had what was written");
}

const where = reading({
  name: "tests.where",
  title: { vi: "Đọc ở đâu", en: "Where it is read" },
  query: z.strictObject({ known_on: z.string() }),
  may: "everyone",
  oneMoment: true,
  ofDaysOver: ({ known_on }, today) => known_on < today,
  read: ({ db }) => isFollower(db),
});

const askWhere = (knownOn: string) =>
  asker({ db: database.db, reports: database.db, replica }, () =>
    Promise.reject(new Error("no right is judged")),
  )(
    where,
    { known_on: knownOn },
    {
      actor: { kind: "system", name: "test" },
      now: Temporal.Instant.from("2026-12-01T05:00:00Z"),
      by: "api",
    },
  );

describe.skipIf(!binaries)("a replica", () => {
  beforeAll(async () => {
    primary = await startOrdinaryServer(binaries!);
    follower = await startFollower(binaries!, primary);
    database = await openDatabase({ databaseUrl: primary.url, dataFolder: "/nonexistent" }, "command");
    await database.pool.query("create table noted (what text)");
    replica = openReplica(follower.url, database.db, 2, () => now);
  });

  afterAll(async () => {
    // What could not be started is not there to be stopped.
    await replica?.close();
    await database?.close();
    await follower?.stop();
    await primary?.stop();
  });

  test("days that are over are read from the replica, today is not", async () => {
    expect(await readSoon(isFollower)).toBe(true);
    expect(await askWhere("2026-11-30")).toBe(true);
    expect(await askWhere("2026-12-01")).toBe(false);
  });

  test("one that does not have all that was written is not asked", async () => {
    const server = new pg.Client(follower.url);
    await server.connect();
    await server.query("select pg_wal_replay_pause()");
    await database.pool.query("insert into noted values ('late')");
    now += 60_000;
    expect(await replica.read(countNoted)).toBeNull();
    expect(await askWhere("2026-11-30")).toBe(false);
    await server.query("select pg_wal_replay_resume()");
    await server.end();
    expect(await readSoon(countNoted)).toBe(1);
  });

  test("what a reading refuses is refused, not asked again elsewhere", async () => {
    await readSoon(isFollower);
    const refused = new Problem(actProblems.not_permitted);
    await expect(replica.read(() => Promise.reject(refused))).rejects.toBe(refused);
  });

  test("a server that follows none, or another, is no replica", async () => {
    const alone = openReplica(primary.url, database.db, 1, () => now);
    expect(await alone.read(isFollower)).toBeNull();
    await alone.close();

    const stranger = await startOrdinaryServer(binaries!);
    const other = openReplica(stranger.url, database.db, 1, () => now);
    expect(await other.read(isFollower)).toBeNull();
    await other.close();
    await stranger.stop();
  });

  test("what is opened with a replica ends with it, and ending it twice does no harm", async () => {
    const where = { databaseUrl: primary.url, databaseReplicaUrl: follower.url, dataFolder: "/nonexistent" };
    const both = await openDatabase(where, "app");
    expect(await both.replica?.read(() => Promise.resolve(1))).toEqual({ answer: 1 });
    await both.close();
    await both.close();
    expect(await both.replica?.read(() => Promise.resolve(1))).toBeNull();
  });

  test("one that is gone is left alone for half a minute, and nobody notices", async () => {
    await readSoon(isFollower);
    await follower.stop();
    expect(await askWhere("2026-11-30")).toBe(false);
    let tried = 0;
    const trying = () => replica.read(() => Promise.resolve((tried += 1)));
    now += 29_000;
    expect([await trying(), tried]).toEqual([null, 0]);
    now += 2000;
    expect([await trying(), tried]).toEqual([null, 0]);
    expect(await askWhere("2026-11-30")).toBe(false);
  });
});
