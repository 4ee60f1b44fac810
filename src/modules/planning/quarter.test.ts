import { expect, test } from "vitest";
import { dayInYear, isInQuarter, quarterDays, quarterOf } from "./quarter.ts";

test.each([
  ["2025-01-01", 1],
  ["2025-03-31", 1],
  ["2025-04-01", 2],
  ["2025-06-30", 2],
  ["2025-07-01", 3],
  ["2025-09-30", 3],
  ["2025-10-01", 4],
  ["2025-12-31", 4],
] as const)("%s lies in quarter %i, between its first and its last day", (day, quarter) => {
  expect(quarterOf(day)).toBe(quarter);
  const { first, last } = quarterDays(2025, quarter);
  expect(first <= day && day <= last).toBe(true);
});

test("the quarters of a year follow one another from New Year's Day to the last of December", () => {
  expect([1, 2, 3, 4].map((quarter) => quarterDays(2024, quarter as 1))).toEqual([
    { first: "2024-01-01", last: "2024-03-31" },
    { first: "2024-04-01", last: "2024-06-30" },
    { first: "2024-07-01", last: "2024-09-30" },
    { first: "2024-10-01", last: "2024-12-31" },
  ]);
});

test.each([
  ["2024-02-29", 2025, "2025-02-28"],
  ["2024-02-29", 2028, "2028-02-29"],
  ["2025-02-28", 2028, "2028-02-28"],
  ["2025-12-31", 2026, "2026-12-31"],
])("%s in the year %i is %s", (day, year, moved) => {
  expect(dayInYear(day, year)).toBe(moved);
});

test("a day belongs to a quarter of its own year only", () => {
  expect(isInQuarter("2024-02-29", 2024, 1)).toBe(true);
  expect(isInQuarter("2024-02-29", 2025, 1)).toBe(false);
  expect(isInQuarter("2024-04-01", 2024, 1)).toBe(false);
});
