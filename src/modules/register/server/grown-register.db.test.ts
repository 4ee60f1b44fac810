import { readFile } from "node:fs/promises";
import { performOn } from "#acts/perform.ts";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { importRegister } from "./index.ts";

const { db } = await testDatabase();
const request = {
  actor: { kind: "system", name: "test" },
  now: Temporal.Instant.from("2026-03-02T05:00:00Z"),
} as const;
const bring = async (file: unknown) => performOn(db)(importRegister, { file }, request);

/** For how many rows the server takes the table; it plans by that. */
async function takenFor(table: string): Promise<number> {
  const { rows } = await sql<{ reltuples: number }>`
    select reltuples::float8 from pg_class where oid = ${table}::regclass`.execute(db);
  return rows[0]!.reltuples;
}

test("after a register came in the server knows how much there is; a few more matters are not worth counting", async () => {
  await db.transaction().execute((trx) => sql`analyze`.execute(trx));
  expect(await takenFor("recommendation")).toBe(0);
  await bring(JSON.parse(await readFile("registers/mong-cai-2020.json", "utf8")));
  expect(await takenFor("recommendation")).toBe(104);
  expect(await takenFor("recommendation_event")).toBeGreaterThan(104);

  const one = { ref: "them", unit: "MC", channel: "letter", received_on: "2020-05-04", events: [] };
  expect(await bring({ format: "doi-thoai/register@1", recommendations: [one] })).toMatchObject({
    changed: true,
  });
  expect(await takenFor("recommendation")).toBe(104);
});
