import { setImmediate } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import type pg from "pg";
import { testDatabase } from "../../../../tests/support/database.ts";
import { createPool, forPeople } from "./connect.ts";
import { askInTurn } from "./in-turns.ts";

const { pool: whole } = await testDatabase();
const opened: pg.Pool[] = [];
const poolOf = (max: number, patience = forPeople) => {
  const pool = createPool({ ...whole.options, max }, patience, { lean: true });
  opened.push(pool);
  return pool;
};
afterEach(() => Promise.all(opened.splice(0).map((pool) => pool.end())));

const numbered = (n: number) => ({
  name: "numbered",
  text: "select $1::int, pg_backend_pid()",
  values: [n],
  rowMode: "array" as const,
});
const failing = { text: "select 1 / $1::int", values: [0], rowMode: "array" as const };

test("each of many questions over few connections has the answer that is its own", async () => {
  const pool = poolOf(3);
  const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => askInTurn(pool, numbered(n))));
  expect(answers.map(([row]) => row![0])).toEqual(Array.from({ length: 50 }, (_, n) => n));
  expect(new Set(answers.map(([row]) => row![1])).size).toBeLessThanOrEqual(3);
  await setImmediate();
  expect([pool.totalCount, pool.idleCount, pool.waitingCount]).toEqual([3, 3, 0]);
});

test("one that fails is refused alone, and its connection is given up", async () => {
  const pool = poolOf(1);
  const asked = [numbered(1), failing, numbered(3)].map((question) =>
    askInTurn(pool, question).catch((error: Error) => error.message),
  );
  const [first, second, third] = await Promise.all(asked);
  expect([first![0], second, third![0]]).toEqual([
    [1, expect.any(Number)],
    "division by zero",
    [3, expect.any(Number)],
  ]);
  const process = (rows: unknown) => (rows as unknown[][])[0]![1];
  expect(process(await askInTurn(pool, numbered(4)))).not.toBe(process(first));
});

test("where no connection is to be had all who wait are told", async () => {
  const pool = poolOf(1, { ...forPeople, connection: 1500 });
  const held = await pool.connect();
  const asked = await Promise.allSettled([askInTurn(pool, numbered(1)), askInTurn(pool, numbered(2))]);
  expect(asked.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  held.release();
  expect(await askInTurn(pool, numbered(3))).toHaveLength(1);
});

test("over connections that answer before they are asked again each has a turn of its own", async () => {
  const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => askInTurn(whole, numbered(n))));
  expect(answers.map(([row]) => row![0])).toEqual(Array.from({ length: 30 }, (_, n) => n));
});
