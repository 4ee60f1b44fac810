import { expect, test } from "vitest";
import { offeredPeriods } from "./offered-periods.ts";

const said = (today: string) =>
  offeredPeriods(today).map(({ kind, year, number, start, end }) =>
    `${kind} ${number}/${year} ${start} ${end}`.replaceAll(`${year}-`, ""),
  );

test("the periods of the year that have begun, the newest first", () => {
  expect(said("2026-05-20")).toEqual([
    "month 5/2026 05-01 05-31",
    "month 4/2026 04-01 04-30",
    "quarter 2/2026 04-01 06-30",
    "quarter 1/2026 01-01 03-31",
    "half 1/2026 01-01 06-30",
  ]);
  expect(said("2026-12-01").slice(-3)).toEqual([
    "half 1/2026 01-01 06-30",
    "nine 1/2026 01-01 09-30",
    "year 1/2026 01-01 12-31",
  ]);
});

test("in the first quarter those of the year before are still there, the month before of December", () => {
  const january = said("2026-01-10");
  expect(january.slice(0, 3)).toEqual([
    "month 1/2026 01-01 01-31",
    "month 12/2025 12-01 12-31",
    "quarter 1/2026 01-01 03-31",
  ]);
  expect(january).toContain("year 1/2025 01-01 12-31");
  expect(said("2026-04-01").some((period) => period.includes("2025"))).toBe(false);
});
