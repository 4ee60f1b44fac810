import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { isWorkingDay, workCalendar, type CalendarDay } from "../calendar.ts";
import {
  addWorkingDays,
  daysBetween,
  plusDays,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from "./working-days.ts";

const holidays: CalendarDay[] = ["16", "17", "18", "19", "20"].map((day) => ({
  date: `2026-02-${day}`,
  kind: "holiday",
  name: "Tết Nguyên đán",
}));
const calendar = workCalendar([{ year: 2026, confirmed: true, days: holidays }]);

describe("working days around Tết 2026 (14–22 February)", () => {
  test.each([
    ["2026-02-13", 1, "2026-02-23"],
    ["2026-02-13", 2, "2026-02-24"],
    ["2026-02-17", 1, "2026-02-23"],
    ["2026-02-23", -1, "2026-02-13"],
    ["2026-02-13", 0, "2026-02-13"],
    ["2025-12-31", 1, "2026-01-01"],
  ])("%s and %i", (date, n, expected) => {
    expect(addWorkingDays(calendar, date, n)).toBe(expected);
  });

  test("the nearest working day on either side", () => {
    expect(workingDayOnOrAfter(calendar, "2026-02-14")).toBe("2026-02-23");
    expect(workingDayOnOrBefore(calendar, "2026-02-22")).toBe("2026-02-13");
    expect(workingDayOnOrAfter(calendar, "2026-02-13")).toBe("2026-02-13");
  });
});

test("29 February is a day like another", () => {
  expect(plusDays("2024-02-28", 1)).toBe("2024-02-29");
  expect(plusDays("2023-02-28", 1)).toBe("2023-03-01");
  expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
  expect(daysBetween("2024-03-01", "2024-02-28")).toBe(-2);
});

test("n working days on and n back come to the same working day", () => {
  const workingDay = fc
    .integer({ min: 0, max: 364 })
    .map((n) => plusDays("2026-01-01", n))
    .filter((date) => isWorkingDay(calendar, date));
  fc.assert(
    fc.property(workingDay, fc.integer({ min: 1, max: 60 }), (date, n) => {
      expect(addWorkingDays(calendar, addWorkingDays(calendar, date, n), -n)).toBe(date);
    }),
  );
});
