import { performOn } from "#acts/perform.ts";
import { beforeAll, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { createUnit, faultsOfMergerRows, importMergers, readSuccessions, readUnit } from "./index.ts";

const { db } = await testDatabase();
const now = Temporal.Instant.from("2026-03-02T03:00:00Z");
const asked = { actor: { kind: "system", name: "tests" }, now } as const;
const perform = performOn(db);
const on = "2026-02-01";

beforeAll(async () => {
  for (const [code, kind, parent] of [
    ["P", "province", "VN"],
    ["X", "commune", "P"],
    ["Y", "commune", "P"],
    ...[1, 2, 3, 4, 5, 6].map((each) => [`X-${each}`, "village", "X"]),
    ["Y-1", "village", "Y"],
    ["X-VP", "agency", "X"],
  ] as [string, string, string][])
    await perform(createUnit, { code, kind, parent, name: `Đơn vị ${code}` }, asked);
});

const importing = (rows: object[], under = "X") => perform(importMergers, { under, rows }, asked);

it("a list is written whole: into a new village, or into one of those that are there", async () => {
  const rows = [
    { line: 2, from: "X-1, X-2", to: "X-M1", name: "Thôn Đoàn Kết", on, symbol: "12/NQ-HĐND" },
    { line: 3, from: "X-3 X-4", to: "X-4", on },
  ];
  expect(await faultsOfMergerRows(db, "X", rows)).toEqual([]);
  expect(await importing(rows)).toEqual({ count: 2 });
  const made = await readUnit(db, "X-M1", on);
  expect([made.name, made.kind, made.ancestors.at(-1)!.code]).toEqual(["Thôn Đoàn Kết", "village", "X"]);
  expect((await readUnit(db, "X-M1", "2026-01-31")).there).toBe(false);
  const there = async (code: string) => (await readUnit(db, code, on)).there;
  expect([await there("X-1"), await there("X-2"), await there("X-3"), await there("X-4")]).toEqual([
    false,
    false,
    false,
    true,
  ]);
  const [merger] = await readSuccessions(db, made.id);
  expect([merger!.kind, merger!.symbol, merger!.from.map(({ code }) => code)]).toEqual([
    "merge",
    "12/NQ-HĐND",
    ["X-1", "X-2"],
  ]);
});

it.each<[string, object, string]>([
  ["nothing written in it", {}, "rows.1.on rows.1.from rows.1.to"],
  ["a code that is nowhere", { from: "X-6 ZZ", to: "X-M9", name: "M", on }, "rows.1.from"],
  ["a village of another commune", { from: "X-6 Y-1", to: "X-M9", name: "M", on }, "rows.1.from"],
  ["an agency", { from: "X-VP", to: "X-M9", name: "M", on }, "rows.1.from"],
  ["a village that has gone already", { from: "X-1", to: "X-M9", name: "M", on }, "rows.1.from"],
  ["a village of another row", { from: "X-5", to: "X-M9", name: "M", on }, "rows.1.from"],
  ["a new village without a name", { from: "X-6", to: "X-M9", on }, "rows.1.name"],
  ["a village merged with itself", { from: "X-6", to: "X-6", on }, "rows.1.from"],
  ["a day that is none", { from: "X-6", to: "X-M9", name: "M", on: "2026-02-30" }, "rows.1.on"],
  ["an agency to go over into", { from: "X-6", to: "X-VP", on }, "rows.1.to"],
])("%s: told at its cell, and the sound row is not written either", async (_, row, fields) => {
  const rows = [{ from: "X-5", to: "X-M2", name: "Thôn Mới", on }, row];
  const faults = await faultsOfMergerRows(db, "X", rows);
  expect(faults.map(({ field }) => field).join(" ")).toBe(fields);
  await expect(importing(rows)).rejects.toMatchObject({
    definition: { code: "organization.mergers_at_fault" },
    faults,
  });
  expect((await readUnit(db, "X-5", on)).there).toBe(true);
});
