import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { muteProxy } from "../../../../tests/support/mute-proxy.ts";
import { asProblem } from "../act/database-problems.ts";
import { createKysely, createPool, forReports } from "./connect.ts";
import { preparingClients } from "./prepared.ts";
import { readinessOf } from "./readiness.ts";
import { listenFor } from "./silence.ts";

const { pool: unlimited } = await testDatabase();
const { host, port, user, database } = unlimited.options;
const way = await muteProxy(`${host}/.s.PGSQL.${port}`);
const overNetwork = { host: "127.0.0.1", port: way.port, user, database };
const pool = createPool(
  { ...overNetwork, max: 1 },
  { statement: 200, answer: 400, connection: 600, silence: 60_000 },
);
afterAll(async () => {
  way.fallSilent(false);
  await pool.end();
  await way.close();
});

const codeOf = async (asked: Promise<unknown>) => {
  const error = asProblem(
    await asked.then(
      () => null,
      (thrown: unknown) => thrown,
    ),
  );
  return (error as { definition?: { code: string } } | null)?.definition?.code ?? error;
};

test("a statement that takes too long is ended by the server", async () => {
  expect(await codeOf(pool.query("select pg_sleep(30)"))).toBe("act.busy");
});

test("who waits in vain for a connection is told so", async () => {
  const held = await pool.connect();
  expect(await codeOf(pool.query("select 1"))).toBe("act.busy");
  held.release();
});

test("who waits in vain for the turn of a report is told that, and nothing else", async () => {
  const reports = createPool({ ...overNetwork, max: 1 }, forReports);
  const held = await reports.connect();
  reports.options.connectionTimeoutMillis = 100;
  expect(await codeOf(createKysely(reports).selectFrom("unit").select("id").execute())).toBe(
    "act.reports_waiting",
  );
  held.release();
  await reports.end();
});

test("a server that answers nothing is given up, and asked anew when it answers again", async () => {
  await pool.query("select 1");
  way.fallSilent(true);
  expect(await codeOf(pool.query("select 1"))).toBe("act.database_away");
  expect(await codeOf(pool.query("select 1"))).toBe("act.database_away");
  way.fallSilent(false);
  await expect.poll(() => codeOf(pool.query("select 1")), { timeout: 5000 }).toBeNull();
});

test("a server that answers nobody is given up long before a statement's time is over", async () => {
  const hour = 3_600_000;
  const patience = { statement: hour, answer: hour, connection: hour, silence: 100 };
  const patient = createPool({ ...overNetwork, max: 1 }, patience);
  const client = await patient.connect();
  way.fallSilent(true);
  expect(await codeOf(client.query("select 1"))).toBe("act.database_away");
  way.fallSilent(false);
  client.release(true);
  expect((await patient.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  await patient.end();
});

test("a long statement of a server that answers others goes on", async () => {
  let asked = 0;
  const isThere = readinessOf(overNetwork, 10_000);
  const Client = preparingClients(listenFor(() => (asked++, isThere()), 20));
  const client = new Client(overNetwork);
  await client.connect();
  const { rows } = await client.query("select 1 as one from pg_sleep(0.5)");
  expect(rows).toEqual([{ one: 1 }]);
  expect(asked).toBeGreaterThan(0);
  await client.end();
});

test("whether it is ready is told within two seconds, also by a server that answers nothing", async () => {
  const isReady = readinessOf(overNetwork);
  await isReady();
  way.fallSilent(true);
  const told = Promise.all([isReady(), isReady()]).catch(() => "told");
  // Of two timers of one process the earlier is heard first, however late both are.
  expect(await Promise.race([told, wait(2000, "too late")])).toBe("told");
  await expect(isReady()).rejects.toThrow("timeout");
  way.fallSilent(false);
  await isReady();
});

test("a database that takes no writes is not ready, and says so to who would write", async () => {
  await unlimited.query(`alter database ${database} set default_transaction_read_only = on`);
  await expect(readinessOf(unlimited.options)()).rejects.toMatchObject({ code: "25006" });
  const other = createPool({ ...overNetwork, max: 1 });
  expect(await codeOf(other.query("create table refused (id int)"))).toBe("act.read_only");
  await other.end();
});

test("where a pooler changes the server behind a connection, plans are not kept any more", async () => {
  const { pool: fresh } = await testDatabase();
  const ask = () => fresh.query("select $1::int as one", [1]);
  const client = await fresh.connect();
  const repeated = () => client.query("select $1::int + 1 as two", [1]);
  for (let n = 0; n < 4; n += 1) await repeated();
  await client.query("deallocate all");
  expect(await codeOf(repeated())).toBe("act.database_away");
  expect((await repeated()).rows).toEqual([{ two: 2 }]);
  client.release();
  expect((await ask()).rows).toEqual([{ one: 1 }]);
});
