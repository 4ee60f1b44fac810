import { expect, test } from "vitest";
import type { CalendarDayKind } from "#kernel/calendar.ts";
import { calendarYearProblem } from "./calendar-year.ts";

function yearOf(...days: [date: string, kind: CalendarDayKind][]) {
  return { year: 2024, confirmed: false, days: days.map(([date, kind]) => ({ date, kind, name: "…" })) };
}

test("a swap of Monday 29/4/2024 for Saturday 4/5 is sound", () => {
  expect(
    calendarYearProblem(yearOf(["2024-04-29", "compensation"], ["2024-05-04", "worked_rest_day"])),
  ).toBeNull();
});

test.each([
  ["calendar_day_outside_year", yearOf(["2025-01-01", "holiday"])],
  ["calendar_day_twice", yearOf(["2024-05-04", "worked_rest_day"], ["2024-05-04", "holiday"])],
  ["calendar_day_not_rest", yearOf(["2024-05-03", "worked_rest_day"])],
  ["calendar_compensation_on_rest", yearOf(["2024-05-04", "compensation"])],
])("%s", (code, year) => {
  const problem = calendarYearProblem(year);
  expect(problem?.definition.code).toBe(`deadline.${code}`);
  expect(problem?.faults[0]?.field).toBe(`days.${year.days.length - 1}.date`);
});
