import { describe, expect, test } from "vitest";
import { isWorkingDay, reasonOfRest } from "#kernel/calendar.ts";
import { plusDays } from "#kernel/calendar/working-days.ts";
import { calendarYearProblem } from "./calendar-year.ts";
import { proposeYear, questionsForConfirming, vietnamCalendar } from "./proposal.ts";

const calendar = vietnamCalendar([]);

function datesNamed(year: number, name: string): string[] {
  return proposeYear(year)
    .days.filter((day) => day.name === name)
    .map((day) => day.date);
}

function restsFromTo(from: string, to: string): void {
  for (let date = from; date <= to; date = plusDays(date, 1)) {
    expect(isWorkingDay(calendar, date), date).toBe(false);
  }
  expect(isWorkingDay(calendar, plusDays(to, 1))).toBe(true);
  expect(isWorkingDay(calendar, plusDays(from, -1))).toBe(true);
}

describe("Tết as it was decided", () => {
  test.each([
    [2019, "2019-02-02", "2019-02-10"],
    [2020, "2020-01-23", "2020-01-29"],
    [2021, "2021-02-10", "2021-02-16"],
    [2022, "2022-01-29", "2022-02-06"],
    [2023, "2023-01-20", "2023-01-26"],
    [2024, "2024-02-08", "2024-02-14"],
    [2025, "2025-01-25", "2025-02-02"],
    [2026, "2026-02-14", "2026-02-22"],
  ])("%i: rest from %s to %s", (_year, from, to) => restsFromTo(from, to));
});

test.each([
  ["2020-01-25"],
  ["2021-02-12"],
  ["2022-02-01"],
  ["2023-01-22"],
  ["2024-02-10"],
  ["2025-01-29"],
  ["2026-02-17"],
  ["2027-02-06"],
  ["2028-01-26"],
  ["2029-02-13"],
  ["2030-02-02"], // 3 February in China: the new moon falls after midnight there
  ["2007-02-17"], // 18 February in China
])("mùng 1 Tết is %s", (newYear) => {
  const block = datesNamed(Number(newYear.slice(0, 4)), "Tết Nguyên đán");
  expect(block).toHaveLength(5);
  const before = block.indexOf(newYear);
  expect(before).toBe(Temporal.PlainDate.from(newYear).dayOfWeek === 2 ? 1 : 2);
});

test.each([
  [2019, "2019-04-14"],
  [2020, "2020-04-02"],
  [2023, "2023-04-29"],
  [2025, "2025-04-07"],
  [2026, "2026-04-26"],
])("Giỗ Tổ %i is %s", (year, date) => {
  expect(datesNamed(year, "Giỗ Tổ Hùng Vương")).toEqual([date]);
});

describe("a holiday on a weekly rest day", () => {
  test.each([
    ["2022-01-03", "Nghỉ bù Tết Dương lịch", "Saturday 1/1/2022"],
    ["2023-01-02", "Nghỉ bù Tết Dương lịch", "Sunday 1/1/2023"],
    ["2026-04-27", "Nghỉ bù Giỗ Tổ Hùng Vương", "Sunday 26/4/2026"],
    ["2022-05-02", "Nghỉ bù Ngày Chiến thắng 30/4", "Saturday 30/4/2022, with Sunday 1/5 behind it"],
    ["2022-05-03", "Nghỉ bù Ngày Quốc tế lao động 1/5", "Sunday 1/5/2022"],
    ["2023-05-02", "Nghỉ bù Giỗ Tổ Hùng Vương", "Saturday 29/4/2023, past the holiday on Monday 1/5"],
    ["2023-05-03", "Nghỉ bù Ngày Chiến thắng 30/4", "Sunday 30/4/2023"],
    ["2023-09-04", "Nghỉ bù Quốc khánh", "Saturday 2/9/2023"],
  ])("%s: %s (%s)", (date, name) => {
    expect(reasonOfRest(calendar, date)).toEqual({ kind: "compensation", name });
  });
});

describe("the day beside National Day", () => {
  test.each([
    [2021, "2021-09-03"],
    [2022, "2022-09-01"],
    [2023, "2023-09-01"],
    [2024, "2024-09-03"],
    [2025, "2025-09-01"],
    [2026, "2026-09-01"],
  ])("%i: %s, as decided", (year, date) => {
    expect(datesNamed(year, "Nghỉ Quốc khánh")).toEqual([date]);
  });

  test("there is none before the Labour Code of 2019 came into force", () => {
    expect(datesNamed(2020, "Nghỉ Quốc khánh")).toEqual([]);
  });
});

test("every proposal from 2016 to 2046 is a sound year and unconfirmed", () => {
  for (let year = 2016; year <= 2046; year += 1) {
    expect(calendarYearProblem(proposeYear(year)), String(year)).toBeNull();
    expect(proposeYear(year).confirmed).toBe(false);
  }
});

test("the person who confirms 2026 is asked about 24 November, which no proposal holds", () => {
  expect(proposeYear(2026).days.some((day) => day.date === "2026-11-24")).toBe(false);
  expect(questionsForConfirming(2026).at(-1)?.vi).toContain("24/11");
  expect(questionsForConfirming(2025).some((question) => question.vi.includes("24/11"))).toBe(false);
});

test("a confirmed year stands before its proposal", () => {
  const decided = vietnamCalendar([{ year: 2026, confirmed: true, days: [] }]);
  expect(isWorkingDay(decided, "2026-02-17")).toBe(true);
  expect(decided.isConfirmed(2026)).toBe(true);
  expect(decided.isConfirmed(2027)).toBe(false);
});
