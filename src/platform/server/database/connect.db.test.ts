import { expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";

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
