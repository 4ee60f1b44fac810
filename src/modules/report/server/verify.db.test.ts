import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { countRegisters, verifyMatters, verifyRegisters } from "#modules/recommendation/server/index.ts";
import type { MatterEvent } from "#modules/recommendation/matter.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { matter, nothing, unit } from "../../../../tests/properties/small-history.ts";
import { writeHistory } from "../../../../tests/properties/write-history.ts";
import { verifyIdentities } from "./index.ts";

const { db } = await testDatabase();
const noted: MatterEvent = { act: "rule", on: "2025-02-03", ruling: "written_answer" };
const answered: MatterEvent = { act: "answer", on: "2025-02-20", outcome: "explained" };

beforeAll(() =>
  writeHistory(db, {
    ...nothing,
    units: [unit("P", "province", null), unit("Q", "commune", "P")],
    matters: ["one", "two", "three"].map((ref) => matter(ref, "Q", "2025-02-03", [[noted], [answered]])),
  }),
);

/** A row as only damage or a program of another kind could leave it: no guard and no trigger saw the change. */
async function damage(statement: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    const { numAffectedRows } = await sql.raw(statement).execute(trx);
    expect(numAffectedRows).toBe(1n);
  });
}

const idOf = (ref: string) => `(select id from recommendation where ref = '${ref}')`;

async function found() {
  const told: number[] = [];
  const matters = await verifyMatters(db, (done, all) => told.push(done, all));
  const years = await verifyIdentities(db, "2026-01-01", (year) => told.push(year));
  const codes = await db.selectFrom("recommendation").select(["code", "ref"]).execute();
  const refOf = new Map(codes.map(({ code, ref }) => [code, ref]));
  return {
    told,
    matters: matters.map(({ code, en }) => [refOf.get(code), en]),
    years: years.map(({ year }) => year),
  };
}

test("a register as it was written agrees with its facts; each step is told", async () => {
  expect(await found()).toEqual({ told: [3, 3, 2025, 2026], matters: [], years: [] });
});

test("a present state, a period and a sum that differ are named", async () => {
  await damage(`update present_matter set status = 'noted' where recommendation_id = ${idOf("one")}`);
  await damage(
    `update state_period set was_open = false where recommendation_id = ${idOf("two")} and status = 'answered'`,
  );
  await damage(`delete from present_matter where recommendation_id = ${idOf("three")}`);
  const { matters, years } = await found();
  expect(matters.toSorted()).toEqual([
    ["one", "its present state differs from what was written down"],
    ["three", "its present state differs from what was written down"],
    ["two", "its state periods differ from what was written down"],
  ]);
  expect(years).toEqual([2025]);
});

describe("the numbers kept of registers", () => {
  const astray = async () => (await verifyRegisters(db)).map(({ code, en }) => `${code}: ${en}`);
  const register = `(select id from unit where code = 'Q')`;

  test("are none before they were counted, and agree when they were", async () => {
    expect(await astray()).toEqual([]);
    await countRegisters(db, "2025-03-01");
    expect(await astray()).toEqual([]);
  });

  test("are named where they differ: one added up, one changed since, what is late with whom, a register not begun", async () => {
    await damage(`update register_tally set answered = 7 where unit_id = ${register}`);
    await damage(
      `insert into register_change values (${register}, false, ${register}, '2025-02-20', 1, 0, 0, 0, 0, 0, 0, 0, 0)`,
    );
    await damage(`delete from unit_register where unit_id = ${register}`);
    expect(await astray()).toEqual([
      "Q: has matters, and its register was not begun",
      "Q: the number “answered” is 7, counted again it is 1",
      "Q: the number “late with Q” is 1, counted again it is 0",
      "Q: the number “overdue” is 1, counted again it is 0",
      "VN: all registers together: the number “late with Q” is 1, counted again it is 0",
      "VN: all registers together: the number “overdue” is 1, counted again it is 0",
    ]);
  });
});
