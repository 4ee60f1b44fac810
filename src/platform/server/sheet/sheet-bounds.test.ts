import { expect, test } from "vitest";
import { isBeyondReading } from "./sheet-bounds.ts";

const sheetOf = (xml: string) => isBeyondReading(new Map([["xl/worksheets/sheet1.xml", Buffer.from(xml)]]));
const cells = (...places: string[]) => places.map((place) => `<c r="${place}"><v>1</v></c>`).join("");

test("a sheet of thousands of rows, or with something far to the right, is read", () => {
  expect(sheetOf(cells("A1", "Z5000"))).toBe(false);
  expect(sheetOf(cells("A1", "XFD4"))).toBe(false);
  expect(sheetOf(`<t>${"a".repeat(32_767)}</t>`)).toBe(false);
});

test.each([
  ["a row that no sheet has", cells("A1", "A5000000000")],
  ["a column that no sheet has", cells("ZZZZZZZZ20")],
  ["thousands of rows to the last column", cells("A1", "XFD5000")],
  ["a text without end", `<t>${"a".repeat(300_000)}</t>`],
  ["a text that is cut off", "a".repeat(300_000)],
])("%s is not", (_, xml) => expect(sheetOf(xml)).toBe(true));
