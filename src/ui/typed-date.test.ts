import { expect, test } from "vitest";
import { readTypedDate } from "./typed-date.ts";

test.each([
  ["2025-07-01", "2025-07-01"],
  ["1/7/2025", "2025-07-01"],
  [" 01-07-2025 ", "2025-07-01"],
  ["29.2.2024", "2024-02-29"],
  ["5 9 2026", "2026-09-05"],
  ["05092026", "2026-09-05"],
])("%j is read as %s", (typed, day) => {
  expect(readTypedDate(typed)?.toString()).toBe(day);
});

test.each([
  "",
  "29/2/2025",
  "31/4/2025",
  "7/2025",
  "2025-7-1",
  "hôm nay",
  "1/7/25",
  "592026",
  "20260905",
  "32012026",
  "31/12/0000",
  "0000-01-01",
])("%j is no day", (typed) => {
  expect(readTypedDate(typed)).toBeNull();
});
