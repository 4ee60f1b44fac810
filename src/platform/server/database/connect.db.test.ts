import { expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { createPool, forPeople, forReports } from "./connect.ts";

const { pool } = await testDatabase();

test("a connection lost in the middle of a transaction refuses what follows; the process lives on", async () => {
  const client = await pool.connect();
  await client.query("begin");
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  const lost = new Promise<void>((resolve) => client.on("end", resolve));
  await pool.query("select pg_terminate_backend($1)", [rows[0]!.pid]);
  await lost;
  await expect(client.query("select 1")).rejects.toThrow("not queryable");
  client.release(true);
  expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
});

test("a connection that serves people is replaced in time, for it decides once for all which plans it keeps", async () => {
  const { host, port, user, database } = pool.options;
  const where = { host, port, user, database, max: 1 };
  const pidOf = async (of: typeof pool) =>
    (await of.query<{ pid: number }>("select pg_backend_pid() as pid")).rows[0]!.pid;
  const short = createPool({ ...where, maxLifetimeSeconds: 1 }, forPeople);
  const first = await pidOf(short);
  await expect.poll(() => pidOf(short), { timeout: 10_000 }).not.toBe(first);
  await short.end();

  for (const patience of [forPeople, forReports]) {
    const usual = createPool(where, patience);
    expect(usual.options.maxLifetimeSeconds).toBeLessThanOrEqual(15 * 60);
    expect(usual.options.maxLifetimeSeconds).toBeGreaterThan(0);
    await usual.end();
  }
});
