import { describe, expect, it } from "vitest";
import { checkUnitRows, readKind, type UnitRow } from "./unit-rows.ts";

const known = { under: "XA", within: new Set(["XA", "XA-T9"]), taken: new Set(["XA", "XA-T9", "KHAC"]) };
const sound: UnitRow = { line: 2, code: "XA-T1", name: "Thôn 1", kind: "Thôn" };
const fieldsAtFault = (...rows: UnitRow[]) => checkUnitRows(rows, known).faults.map(({ field }) => field);

describe("a row that is sound", () => {
  it("makes a unit directly under the one given, of its own type", () => {
    expect(checkUnitRows([{ ...sound, kind: "Tổ dân phố" }], known)).toEqual({
      units: [
        {
          code: "XA-T1",
          name: "Thôn 1",
          kind: "village",
          subtype: "tổ dân phố",
          parent: "XA",
          from: null,
          until: null,
        },
      ],
      faults: [],
    });
  });

  it("may lie under a unit of the subtree or of the list, above or below it", () => {
    const child = { ...sound, code: "XA-T2", parent: "XA-T1" };
    expect(fieldsAtFault(child, sound, { ...sound, code: "XA-T3", parent: "XA-T9" })).toEqual([]);
  });
});

it.each<[string, UnitRow, string]>([
  ["no code", { ...sound, code: undefined }, "rows.0.code"],
  ["a code with tone marks", { ...sound, code: "XÃ-1" }, "rows.0.code"],
  ["a code in use", { ...sound, code: "XA-T9" }, "rows.0.code"],
  ["no name", { ...sound, name: undefined }, "rows.0.name"],
  ["a name too long", { ...sound, name: "a".repeat(201) }, "rows.0.name"],
  ["an unknown kind", { ...sound, kind: "Thành phố" }, "rows.0.kind"],
  ["a parent nobody knows", { ...sound, parent: "KHONG" }, "rows.0.parent"],
  ["a parent elsewhere", { ...sound, parent: "KHAC" }, "rows.0.parent"],
  ["itself as its parent", { ...sound, parent: "XA-T1" }, "rows.0.parent"],
  ["31/2", { ...sound, from: "31/2/2025" }, "rows.0.from"],
  ["29/2 of a common year", { ...sound, from: "2025-02-29" }, "rows.0.from"],
  ["a year before all records", { ...sound, from: "1900-01-01" }, "rows.0.from"],
  ["an end before the beginning", { ...sound, from: "2025-07-02", until: "2025-07-01" }, "rows.0.until"],
])("%s is a fault of its own cell", (_, row, field) => {
  expect(fieldsAtFault(row)).toEqual([field]);
});

it("tells all faults at once, a repeated code and a circle among them", () => {
  const rows = [
    { ...sound, code: "A", parent: "B" },
    { ...sound, code: "B", parent: "A" },
    { ...sound, code: "A", kind: undefined, name: undefined },
  ];
  expect(fieldsAtFault(...rows)).toEqual([
    "rows.0.parent",
    "rows.1.parent",
    "rows.2.code",
    "rows.2.name",
    "rows.2.kind",
  ]);
});

it.each([
  ["Bản", "village"],
  ["Ban", "agency"],
  ["  KHU  PHỐ ", "village"],
  ["organisation", "organisation"],
  ["Tỉnh", null],
])("%j is read as %s", (word, kind) => {
  expect(readKind(word)?.kind ?? null).toBe(kind);
});
