import { describe, expect, test } from "vitest";
import { isWorkingDay, reasonOfRest, workCalendar, type CalendarYear } from "./calendar.ts";

/** 2024 as decided: Monday 29 April swapped with Saturday 4 May. */
const year2024: CalendarYear = {
  year: 2024,
  confirmed: true,
  days: [
    { date: "2024-04-18", kind: "holiday", name: "Giỗ Tổ Hùng Vương" },
    { date: "2024-04-29", kind: "compensation", name: "Nghỉ hoán đổi, làm bù 04/5" },
    { date: "2024-04-30", kind: "holiday", name: "Ngày Chiến thắng 30/4" },
    { date: "2024-05-01", kind: "holiday", name: "Ngày Quốc tế lao động 1/5" },
    { date: "2024-05-04", kind: "worked_rest_day", name: "Làm bù cho 29/4" },
  ],
};
const calendar = workCalendar([year2024]);

describe("a day of the calendar", () => {
  test.each([
    ["2024-04-26", "a plain Friday", null],
    ["2024-04-27", "a Saturday", { kind: "weekend" }],
    ["2024-04-28", "a Sunday", { kind: "weekend" }],
    ["2024-04-29", "a swapped Monday", { kind: "compensation", name: "Nghỉ hoán đổi, làm bù 04/5" }],
    ["2024-04-30", "a holiday", { kind: "holiday", name: "Ngày Chiến thắng 30/4" }],
    ["2024-05-04", "a Saturday worked in its place", null],
    ["2024-05-05", "the Sunday after it", { kind: "weekend" }],
    ["2024-02-29", "29 February", null],
  ])("%s is %s", (date, _what, reason) => {
    expect(reasonOfRest(calendar, date)).toEqual(reason);
    expect(isWorkingDay(calendar, date)).toBe(reason === null);
  });
});

describe("a year without a confirmed calendar", () => {
  const proposal = (year: number): CalendarYear => ({
    year,
    confirmed: true,
    days: [{ date: `${year}-01-01`, kind: "holiday", name: "Tết Dương lịch" }],
  });

  test("is taken from the proposal and never counts as confirmed", () => {
    const proposing = workCalendar([year2024], proposal);
    expect(isWorkingDay(proposing, "2025-01-01")).toBe(false);
    expect(proposing.isConfirmed(2025)).toBe(false);
    expect(proposing.isConfirmed(2024)).toBe(true);
  });

  test("knows its weekends only, when nothing proposes it", () => {
    expect(isWorkingDay(calendar, "2025-01-01")).toBe(true);
    expect(isWorkingDay(calendar, "2025-01-04")).toBe(false);
    expect(calendar.isConfirmed(2025)).toBe(false);
  });

  test("a draft kept in the register is used as it stands", () => {
    const drafted = workCalendar([{ year: 2025, confirmed: false, days: [] }], proposal);
    expect(isWorkingDay(drafted, "2025-01-01")).toBe(true);
    expect(drafted.isConfirmed(2025)).toBe(false);
  });

  test("a date that does not exist is refused", () => {
    expect(() => isWorkingDay(calendar, "2023-02-29")).toThrow(RangeError);
  });
});
