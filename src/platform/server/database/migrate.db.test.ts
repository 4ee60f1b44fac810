import { expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { migrate, readMigrations, type Migration } from "./migrate.ts";

const { pool } = await testDatabase();
const present = readMigrations();
const added = (name: string, sql: string): Migration[] => [...present, { name, sql, checksum: `of ${sql}` }];

test("nothing is done twice", async () => {
  expect(present.length).toBeGreaterThan(0);
  expect(await migrate(pool)).toEqual([]);
});

test("a migration that fails halfway leaves nothing behind and names itself", async () => {
  const broken = added("9990-broken", "create table half (id int); select no_such_function();");
  await expect(migrate(pool, broken)).rejects.toMatchObject({ en: expect.stringContaining("9990-broken") });
  const { rows } = await pool.query("select to_regclass('half') as half");
  expect(rows).toEqual([{ half: null }]);
});

test("processes that migrate at once apply each migration once", async () => {
  const next = added("9991-next", "create table next (id int)");
  const applied = await Promise.all([migrate(pool, next), migrate(pool, next), migrate(pool, next)]);
  expect(applied.flat()).toEqual(["9991-next"]);
});

test("a migration changed after it was applied is refused", async () => {
  const changed = added("9991-next", "create table next (id bigint)");
  await expect(migrate(pool, changed)).rejects.toMatchObject({ en: expect.stringContaining("differs") });
});

test("who waits for another's migrations waits no longer than they take, on connections that others use between", async () => {
  const slow = added("9991-next", "create table next (id int)").concat([
    { name: "9992-slow", sql: "select pg_sleep(0.3)", checksum: "of slow" },
  ]);
  expect((await Promise.all([migrate(pool, slow), migrate(pool, slow)])).flat()).toEqual(["9992-slow"]);
  const { rows } = await pool.query("select from pg_locks where locktype = 'advisory'");
  expect(rows).toHaveLength(0);
});

test("a database that a newer version has migrated is refused", async () => {
  await expect(migrate(pool)).rejects.toMatchObject({
    en: expect.stringContaining("newer than this version"),
  });
});
