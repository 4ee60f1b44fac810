import { performOn } from "#acts/perform.ts";
import { countingTogether, countRegisters, receive, rule } from "#modules/recommendation/server/index.ts";
import { assign } from "#modules/recommendation/server/moves/assign.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";

const { db } = await testDatabase();
let cast: Cast;

beforeAll(async () => {
  cast = await buildCast(db);
});

const numbers = countingTogether(() => ({
  counted: {
    open: { view: "open", own: "ours" },
    overdue: { view: "overdue", own: "ours" },
    week: { due: "week", own: "ours" },
  },
  first: {},
  waiting: {},
  late: 3,
}));
const seenBy = async (unit: string, day = today) => numbers(db, await cast.holder("chairperson", unit), day);
const open = async (unit: string) => (await seenBy(unit)).counts.open;

const received = (on: Kysely<DB>, unit: string) =>
  performOn(on)(
    receive,
    { unit, text: "Đường hỏng", field: "giao_thong", received_on: "2026-02-02" },
    { actor: cast.system, now: noon },
  );
const inHand = async (unit: string, due: string) => {
  const { code: recommendation } = await received(db, unit);
  const by = { actor: cast.system, now: noon };
  await cast.perform(rule, { recommendation, ruling: "written_answer" }, by);
  await cast.perform(assign, { recommendation, lead: `${unit}-KT`, due }, by);
};

/** A change of a present row that is not committed until it is told to be. */
async function underWay(unit: string) {
  let commit!: () => void;
  const told = new Promise<void>((resolve) => (commit = resolve));
  let begun!: () => void;
  const written = new Promise<void>((resolve) => (begun = resolve));
  const { code } = await received(db, unit);
  const done = db.transaction().execute(async (trx) => {
    await sql`update present_matter p set is_open = false, status = 'noted', class = 'noted' from recommendation r
      where r.id = p.recommendation_id and r.code = ${code}`.execute(trx);
    begun();
    await told;
  });
  await written;
  return { commit: () => (commit(), done) };
}

describe("the numbers of a register", () => {
  test("are told before anything was counted, after it, and with what has changed since", async () => {
    const before = await open("A");
    await received(db, "A");
    expect(await open("A")).toBe(before! + 1);
    await countRegisters(db, today);
    expect(await open("A")).toBe(before! + 1);
    await received(db, "A");
    expect(await open("A")).toBe(before! + 2);
    expect(await open("T")).toBe((await open("A"))! + (await open("B"))!);
    expect(await open("VN")).toBe(await open("T"));
  });

  test("lose nothing of what was under way while they were added up, and nobody waits", async () => {
    await countRegisters(db, today);
    const first = await underWay("A");
    const before = await open("A");
    await countRegisters(db, today);
    await received(db, "A");
    const second = await underWay("A");
    expect(await open("A")).toBe(before! + 2);
    await first.commit();
    expect(await open("A")).toBe(before! + 1);
    await Promise.all([countRegisters(db, today), countRegisters(db, today), second.commit()]);
    expect(await open("A")).toBe(before!);
    await countRegisters(db, today);
    expect(await open("A")).toBe(before!);
  });

  test("follow the calendar: on another day they are counted for that day", async () => {
    await inHand("A", "2026-03-04");
    await inHand("B", "2026-03-09");
    await countRegisters(db, "2026-03-03");
    const on = async (day: string) => {
      const { counts, late } = await seenBy("VN", day);
      return [counts.overdue, counts.week, late.of];
    };
    const days = ["2026-03-03", "2026-03-05", "2026-03-09", "2026-03-12"];
    const told = [];
    for (const day of days) told.push(await on(day));
    expect(told).toEqual([
      [0, 1, 0],
      [1, 0, 1],
      [1, 1, 1],
      [2, 0, 2],
    ]);
    for (const [at, day] of days.entries()) {
      await countRegisters(db, day);
      expect(await on(day), day).toEqual(told[at]);
    }
  });

  test("are those of the matters after everything was brought back from a backup of the past", async () => {
    await sql`update tally_day set day = '2026-01-01'`.execute(db);
    const told = await seenBy("VN");
    await countRegisters(db, today);
    expect(await seenBy("VN")).toEqual(told);
  });
});
