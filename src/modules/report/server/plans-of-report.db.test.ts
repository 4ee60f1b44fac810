import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createKysely, createPool } from "#platform/server/database/connect.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { matter, nothing, unit } from "../../../../tests/properties/small-history.ts";
import { writeHistory } from "../../../../tests/properties/write-history.ts";
import { reportSummary } from "./index.ts";

const { db, pool } = await testDatabase();
const { host, port, user, database } = pool.options;
const one = createPool({ host, port, user, database, max: 1 });
const asked = createKysely(one);
afterAll(() => one.end());

beforeAll(() =>
  writeHistory(db, {
    ...nothing,
    units: [unit("N", "centre", null), unit("P", "province", "N"), unit("Q", "commune", "P")],
    matters: [matter("first", "Q", "2025-02-03", [])],
  }),
);

/** How many of the texts that read the matters of all places covered have a plan kept on the connection. */
async function plansKept(unitCode: string): Promise<number> {
  for (let times = 0; times < 8; times++) {
    const { recommendations } = await reportSummary(asked, {
      unit: unitCode,
      from: "2025-01-01",
      to: "2025-12-31",
      today: "2026-01-01",
    });
    expect(recommendations.received).toBe(1);
  }
  const { rows } = await sql<{ kept: number }>`select count(*)::int as kept from pg_prepared_statements
    where statement ~ 'moved as|cohort as'`.execute(asked);
  return rows[0]!.kept;
}

test("what the nation's report reads is planned for the nation each time, a commune's plan is kept", async () => {
  expect(await plansKept("N")).toBe(0);
  expect(await plansKept("Q")).toBe(2);
});
