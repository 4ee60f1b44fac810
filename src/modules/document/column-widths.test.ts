import { expect, test } from "vitest";
import { columnWidths } from "./column-widths.ts";
import { boldWidth } from "./text-width.ts";

const sheet = { width: 467, size: 12 };
const sum = (shares: readonly number[]) => shares.reduce((total, share) => total + share, 0);

test("are as asked for where every word has room", () => {
  expect(columnWidths([1, 2, 1], [["TT"], ["một"], []], sheet)).toEqual([0.25, 0.5, 0.25]);
});

test("a column of numbers or dates is as wide as the longest of them; the others give way in proportion", () => {
  const words = [["TT"], ["VM-2026-0001"], ["Đề", "nghị"], ["10/06/2025)"]];
  const widths = columnWidths([1, 2, 9, 2], words, sheet);
  expect(sum(widths)).toBeCloseTo(1);
  for (const [index, some] of words.entries()) {
    const longest = Math.max(...some.map((word) => boldWidth(word, 12)));
    expect(widths[index]! * 467).toBeGreaterThan(longest);
  }
  expect(widths[2]).toBeGreaterThan(0.4);
});

test("one endless word takes a third of the sheet at most, and where all are too long the shares stand", () => {
  const widths = columnWidths([1, 1, 8], [["x"], ["W".repeat(300)], ["y"]], sheet);
  expect(widths[1]).toBeCloseTo(0.3);
  expect(sum(widths)).toBeCloseTo(1);
  const endless = ["W".repeat(300)];
  expect(columnWidths([1, 1, 1, 1], [endless, endless, endless, endless], sheet)).toEqual([
    0.25, 0.25, 0.25, 0.25,
  ]);
});
