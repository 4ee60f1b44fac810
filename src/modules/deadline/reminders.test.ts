import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isWorkingDay } from "#kernel/calendar.ts";
import { plusDays } from "#kernel/calendar/working-days.ts";
import { vietnamCalendar } from "./proposal.ts";
import { lateReminderDates, reminderDates } from "./reminders.ts";

const calendar = vietnamCalendar([]);
const short = (from: string, due: string) =>
  reminderDates(from, due, calendar).map((reminder) => [reminder.on, reminder.kind]);

describe("before the date", () => {
  test("at assignment, at half-time, three days and one day before", () => {
    expect(short("2025-11-03", "2025-11-21")).toEqual([
      ["2025-11-03", "assigned"],
      ["2025-11-12", "half_time"],
      ["2025-11-18", "three_days_before"],
      ["2025-11-20", "one_day_before"],
    ]);
  });

  test("a reminder that falls on a day of rest comes on the working day before", () => {
    expect(short("2026-02-03", "2026-02-24")).toEqual([
      ["2026-02-03", "assigned"],
      ["2026-02-13", "three_days_before"], // Saturday 21/2 is Tết; half-time is this same day
      ["2026-02-23", "one_day_before"],
    ]);
  });

  test("for a Monday, three days and one day before are both Friday: one reminder, the more urgent", () => {
    expect(short("2025-11-03", "2025-11-24")).toEqual([
      ["2025-11-03", "assigned"],
      ["2025-11-13", "half_time"],
      ["2025-11-21", "one_day_before"],
    ]);
  });

  test("a date on the day of assignment has one reminder", () => {
    expect(short("2025-11-20", "2025-11-20")).toEqual([["2025-11-20", "assigned"]]);
    expect(short("2025-11-20", "2025-11-21")).toEqual([["2025-11-20", "assigned"]]);
  });

  test("all but the first come on working days after assignment and before the date, once each", () => {
    const day = fc.integer({ min: 0, max: 900 }).map((n) => plusDays("2025-01-01", n));
    fc.assert(
      fc.property(day, fc.nat({ max: 60 }), (from, length) => {
        const due = plusDays(from, length);
        const [first, ...others] = reminderDates(from, due, calendar);
        expect(first).toEqual({ on: from, kind: "assigned" });
        const dates = others.map((reminder) => reminder.on);
        expect(dates).toEqual([...new Set(dates)].sort());
        for (const date of dates) {
          expect(isWorkingDay(calendar, date) && date > from && date < due, date).toBe(true);
        }
      }),
    );
  });
});

describe("after the date", () => {
  test("on the first day late, then weekly", () => {
    expect(lateReminderDates("2025-11-19", "2025-12-10", calendar)).toEqual([
      "2025-11-20",
      "2025-11-27",
      "2025-12-04",
    ]);
  });

  test("over a weekend and over Tết it waits for the office to open", () => {
    expect(lateReminderDates("2026-02-06", "2026-02-28", calendar)).toEqual([
      "2026-02-09", // Saturday 7/2
      "2026-02-23", // Saturdays 14 and 21/2 both lie in Tết: one reminder
    ]);
  });

  test("none while the date has not passed", () => {
    expect(lateReminderDates("2025-11-19", "2025-11-19", calendar)).toEqual([]);
  });
});
