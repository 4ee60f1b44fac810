import { performOn } from "#acts/perform.ts";
import { beforeAll, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { createUnit, faultsOfSuccessionRows, importSuccessions, readSuccessions, readUnit } from "./index.ts";

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

const faultsOf = (rows: object[], under = "X") =>
  faultsOfSuccessionRows(db, under, rows, { now, today: "2026-03-02" });
const importing = (rows: object[], under = "X") => perform(importSuccessions, { under, rows }, asked);

it("a list is written whole: into a new village, or into one of those that are there", async () => {
  const rows = [
    { line: 2, from: "X-1, X-2", to: "X-M1", name: "Thôn Đoàn Kết", on, symbol: "12/NQ-HĐND" },
    { line: 3, from: "X-3 X-4", to: "X-4", on },
  ];
  expect(await faultsOf(rows)).toEqual([]);
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
  ["an agency with a village", { from: "X-6 X-VP", to: "X-M9", name: "M", on }, "rows.1.from"],
  ["a kind that is none", { kind: "Gộp", from: "X-6", to: "X-M9", name: "M", on }, "rows.1.kind"],
  ["a renaming of two", { kind: "Đổi tên", from: "X-6 X-4", name: "M", on }, "rows.1.from"],
  ["a renaming without a name", { kind: "rename", from: "X-6", on }, "rows.1.name"],
  ["a renaming into another unit", { kind: "rename", from: "X-6", to: "X-M9", name: "M", on }, "rows.1.to"],
  ["a split into one", { kind: "Chia tách", from: "X-6", to: "X-M9", name: "M", on }, "rows.1.to"],
  [
    "a split with a name too few",
    { kind: "split", from: "X-6", to: "X-M8 X-M9", name: "M", on },
    "rows.1.name",
  ],
  ["a name too many", { from: "X-6", to: "X-M9", name: "M; N", on }, "rows.1.name"],
  ["put under a unit that is nowhere", { kind: "reparent", from: "X-6", to: "X-M9", on }, "rows.1.to"],
  ["put under itself", { kind: "reparent", from: "X-6", to: "X-6", on }, "rows.1.to"],
  ["abolished into something", { kind: "abolish", from: "X-6", to: "X-4", on }, "rows.1.to"],
  ["a merger that says where the rest goes", { from: "X-6", to: "X-4", rest: "X", on }, "rows.1.rest"],
  ["a village that has gone already", { from: "X-1", to: "X-M9", name: "M", on }, "rows.1.from"],
  ["a village of another row", { from: "X-5", to: "X-M9", name: "M", on }, "rows.1.from"],
  ["a new village without a name", { from: "X-6", to: "X-M9", on }, "rows.1.name"],
  ["a village merged with itself", { from: "X-6", to: "X-6", on }, "rows.1.from"],
  ["a day that is none", { from: "X-6", to: "X-M9", name: "M", on: "2026-02-30" }, "rows.1.on"],
  ["what is no number of a paper", { from: "X-6", to: "X-4", on, symbol: "Nghị quyết" }, "rows.1.symbol"],
  ["an agency to go over into", { from: "X-6", to: "X-VP", on }, "rows.1.to"],
])("%s: told at its cell, and the sound row is not written either", async (_, row, fields) => {
  const rows = [{ from: "X-5", to: "X-M2", name: "Thôn Mới", on }, row];
  const faults = await faultsOf(rows);
  expect(faults.map(({ field }) => field).join(" ")).toBe(fields);
  await expect(importing(rows)).rejects.toMatchObject({
    definition: { code: "organization.successions_at_fault" },
    faults,
  });
  expect((await readUnit(db, "X-5", on)).there).toBe(true);
});

it("a list of every kind is written whole, in the order of its days", async () => {
  for (const [code, kind, parent] of [
    ["H", "district", "P"],
    ["Z", "commune", "H"],
    ...[1, 2, 3, 4, 5, 6].map((each) => [`Z-${each}`, "village", "Z"]),
    ["Z-VP", "agency", "Z"],
  ] as [string, string, string][])
    await perform(createUnit, { code, kind, parent, name: `Đơn vị ${code}` }, asked);
  const rows = [
    { kind: "Sáp nhập", from: "Z-1 Z-2", to: "Z-2", on: "2026-02-20" },
    { kind: "đổi tên", from: "Z-3", name: "Thôn Hòa Bình", on, symbol: "3/NQ-HĐND" },
    { kind: "Chia tách", from: "Z-4", to: "Z-41, Z-42", name: "Thôn Đông; Thôn Tây", on },
    { kind: "Chuyển một phần", from: "Z-5", to: "Z-6", on },
    { kind: "Chuyển nơi trực thuộc", from: "Z", to: "P", on },
    { kind: "Kết thúc hoạt động", from: "Z-VP", on },
    { kind: "abolish", from: "H", rest: "P", on: "2026-02-25" },
  ];
  expect(await faultsOf(rows, "P")).toEqual([]);
  expect((await readUnit(db, "H", "2026-03-02")).there).toBe(true);
  expect(await importing(rows, "P")).toEqual({ count: 7 });
  const then = (code: string) => readUnit(db, code, "2026-03-02");
  const there = await Promise.all(
    ["Z-1", "Z-4", "Z-41", "Z-5", "Z-VP", "H"].map(async (code) => (await then(code)).there),
  );
  expect(there).toEqual([false, false, true, true, false, false]);
  const renamed = await then("Z-3");
  expect(renamed.name).toBe("Thôn Hòa Bình");
  expect((await readSuccessions(db, renamed.id)).map(({ kind, symbol }) => [kind, symbol])).toEqual([
    ["rename", "3/NQ-HĐND"],
  ]);
  expect((await then("Z-42")).name).toBe("Thôn Tây");
  expect((await then("Z")).ancestors.map(({ code }) => code)).toEqual(["VN", "P"]);
});

it("a unit may stand in several rows: parts of it go to several, it receives from several, and then it ends", async () => {
  for (const [code, kind, parent] of [
    ["D", "district", "P"],
    ...["A", "B", "C", "E", "F"].map((each) => [`D-${each}`, "commune", "D"]),
  ] as [string, string, string][])
    await perform(createUnit, { code, kind, parent, name: `Đơn vị ${code}` }, asked);
  const rows = [
    { kind: "merge", from: "D-E", to: "D-M", on: "2026-02-20" },
    { kind: "Chuyển một phần", from: "D-A", to: "D-B", on },
    { kind: "Chuyển một phần", from: "D-A", to: "D-C", on },
    { kind: "merge", from: "D-A", to: "D-M", name: "Xã Mới", on },
    { kind: "partial", from: "D-F", to: "D-M", on: "2026-02-15" },
    { kind: "partial", from: "D-F", to: "D-B", on: "2026-02-25" },
    { kind: "rename", from: "D-F", name: "Xã Phú", on: "2026-02-26" },
  ];
  expect(await faultsOf(rows, "P")).toEqual([]);
  expect(await importing(rows, "P")).toEqual({ count: 7 });
  const made = await readUnit(db, "D-M", "2026-03-02");
  expect(made.name).toBe("Xã Mới");
  const took = await readSuccessions(db, made.id);
  expect(took.map(({ kind, on: day, from }) => [kind, day, from[0]!.code]).toSorted()).toEqual([
    ["merge", "2026-02-01", "D-A"],
    ["merge", "2026-02-20", "D-E"],
    ["partial", "2026-02-15", "D-F"],
  ]);
  expect((await readUnit(db, "D-A", on)).there).toBe(false);
});

it.each<[string, object[], string]>([
  ["ends twice", [{ kind: "abolish", to: undefined, on: "2026-02-03", rest: "P" }, {}], "rows.0.from"],
  ["gives a part away after its end", [{ kind: "partial", to: "X", on: "2026-02-03" }, {}], "rows.0.from"],
  ["takes something on the day of its end", [{ from: "X", to: "Y", kind: "partial" }, {}], "rows.0.to"],
  [
    "is put under two others on a day",
    [
      { kind: "reparent", to: "X", on: "2026-01-20" },
      { kind: "reparent", to: "X", on: "2026-01-20" },
    ],
    "rows.1.from",
  ],
])("a unit that %s is told at its cell", async (_, rows, fields) => {
  const sheet = rows.map((row) => ({ kind: "merge", from: "Y", to: "X", on, ...row }));
  expect((await faultsOf(sheet, "P")).map(({ field }) => field).join(" ")).toBe(fields);
});

it("what shows only when it is carried out is told at its cell as well, and nothing is written", async () => {
  const rows = [
    { from: "X-5", to: "X-M2", name: "Thôn Mới", on },
    { kind: "abolish", from: "Y", on },
  ];
  const faults = await faultsOf(rows, "P");
  expect(faults.map(({ field }) => field)).toEqual(["rows.1.rest"]);
  await expect(importing(rows, "P")).rejects.toMatchObject({ faults });
  expect((await readUnit(db, "X-5", on)).there).toBe(true);
  await expect(readUnit(db, "X-M2", on)).rejects.toThrow("organization.unit_not_found");
});

it("nothing of a sheet goes under a unit outside it, whoever the sheet is of; under its own unit it lies already", async () => {
  const away = [{ kind: "reparent", from: "X-6", to: "Y", on }];
  expect((await faultsOf(away)).map(({ field, en }) => [field, en])).toEqual([
    ["rows.0.to", "Y does not lie here."],
  ]);
  await expect(importing(away)).rejects.toThrow("organization.successions_at_fault");
  expect(await faultsOf(away, "P")).toEqual([]);
  expect(await faultsOf([{ ...away[0], to: "X" }])).toMatchObject([
    { field: "rows.0.from", en: "Đơn vị X-6 lies under that unit already; nothing changes." },
  ]);
});

it("what is made lies where the unit before it lay on the day, not where that one goes later", async () => {
  await perform(createUnit, { code: "X-7", kind: "village", parent: "X", name: "Thôn Bảy" }, asked);
  await importing([{ kind: "reparent", from: "X-7", to: "Y", on: "2026-12-01" }], "P");
  const split = { kind: "split", from: "X-7", to: "X-71 X-72", name: "Thôn Trên; Thôn Dưới", on };
  await importing([split]);
  const above = async (code: string) => (await readUnit(db, code, on)).ancestors.at(-1)!.code;
  expect([await above("X-71"), await above("X-72")]).toEqual(["X", "X"]);
});
