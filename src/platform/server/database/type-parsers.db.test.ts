import { expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";

const { pool } = await testDatabase();

test.each([
  ["a day is its text, whatever the zone", "date '2024-02-29'", "2024-02-29"],
  ["an endless day is told as such", "date 'infinity'", "infinity"],
  ["days in a list are texts", "array[date '2024-02-29', null]", ["2024-02-29", null]],
  ["a count is a number", "(select count(*) from generate_series(1, 3))", 3],
  ["big numbers in a list are numbers", "array[1::bigint, 9007199254740991]", [1, 9007199254740991]],
  ["an exact number stays text", "0.10::numeric", "0.10"],
  ["an instant is a Date", "timestamptz '2026-01-01 00:00+07'", new Date("2025-12-31T17:00:00Z")],
  ["the day of an instant is Việt Nam's", "(timestamptz '2025-12-31 18:00Z')::date", "2026-01-01"],
])("%s", async (_title, sql, value) => {
  const { rows } = await pool.query(`select ${sql} as value`);
  expect(rows[0].value).toEqual(value);
});

test("a number too large to be exact is an error, not a wrong figure", async () => {
  await expect(pool.query("select 9007199254740993::bigint")).rejects.toThrow("too large to be exact");
});
