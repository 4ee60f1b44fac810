import fc from "fast-check";
import { expect, test } from "vitest";
import {
  isWorkingDay,
  isWeeklyRest,
  workCalendar,
  type CalendarDay,
  type WorkCalendar,
} from "#kernel/calendar.ts";
import { plusDays } from "#kernel/calendar/working-days.ts";
import { countDeadline } from "./count.ts";
import type { DeadlineRule } from "./rule.ts";

const FIRST = "2024-01-01";
const day = fc.integer({ min: 0, max: 700 }).map((n) => plusDays(FIRST, n));
const amount = fc.integer({ min: 1, max: 40 });
const dayTerm = fc.record({
  amount,
  unit: fc.constantFrom("calendar_day" as const, "working_day" as const),
  direction: fc.constantFrom("forward" as const, "backward" as const),
});
const moment = fc
  .tuple(day, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(
    ([date, hour, minute]) => `${date}T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`,
  );

/** Holidays anywhere, and weekends that are worked: the strangest years a decision could make. */
const markedDays = fc
  .uniqueArray(fc.tuple(day, fc.boolean()), { selector: ([date]) => date, maxLength: 60 })
  .map((days) => days.map(([date, worked]) => marked(date, worked && isWeeklyRest(date))));

function marked(date: string, worked: boolean): CalendarDay {
  return { date, kind: worked ? "worked_rest_day" : "holiday", name: worked ? "Làm bù" : "Nghỉ lễ" };
}

function calendarOf(days: readonly CalendarDay[]): WorkCalendar {
  const years = [2023, 2024, 2025, 2026].map((year) => ({
    year,
    confirmed: true,
    days: days.filter((one) => one.date.startsWith(String(year))),
  }));
  return workCalendar(years);
}

function rule(term: Pick<DeadlineRule, "amount" | "unit" | "direction">): DeadlineRule {
  return {
    code: "term",
    name: "Thời hạn",
    purpose: "written_reply",
    start: "receipt",
    citation: "Quy định",
    rank: "law",
    territory: null,
    unitKinds: null,
    validFrom: FIRST,
    validUntil: null,
    ...term,
  };
}

test("the counted days add up to the amount, follow day on day, and end at the due date", () => {
  fc.assert(
    fc.property(dayTerm, day, markedDays, (term, start, days) => {
      const { steps, due } = countDeadline(rule(term), start, calendarOf(days));
      const counted = steps.filter((step) => step.counted);
      expect(counted.map((step) => step.ordinal)).toEqual(counted.map((_, index) => index + 1));
      expect(counted).toHaveLength(term.amount);
      expect(steps.at(-1)?.date).toBe(due);
      const towards = term.direction === "forward" ? 1 : -1;
      expect(steps.map((step) => step.date)).toEqual(steps.map((_, n) => plusDays(start, n * towards)));
    }),
  );
});

test("the counted minutes add up to the hours and end at the due time", () => {
  fc.assert(
    fc.property(amount, moment, markedDays, (hours, start, days) => {
      const term = rule({ amount: hours, unit: "working_hour", direction: "forward" });
      const { steps, due } = countDeadline(term, start, calendarOf(days));
      const minutes = steps.reduce((sum, step) => sum + (step.hours?.minutes ?? 0), 0);
      expect(minutes).toBe(hours * 60);
      expect(`${steps.at(-1)?.date}T${steps.at(-1)?.hours?.to}`).toBe(due);
      expect(due > start).toBe(true);
    }),
  );
});

test("a term never ends on a day of rest", () => {
  fc.assert(
    fc.property(dayTerm, day, markedDays, (term, start, days) => {
      const calendar = calendarOf(days);
      expect(isWorkingDay(calendar, countDeadline(rule(term), start, calendar).due)).toBe(true);
    }),
  );
});

test("a further holiday never brings a date nearer to its start", () => {
  fc.assert(
    fc.property(dayTerm, day, markedDays, day, (term, start, days, extra) => {
      const more = [...days.filter((one) => one.date !== extra), marked(extra, false)];
      const before = countDeadline(rule(term), start, calendarOf(days)).due;
      const after = countDeadline(rule(term), start, calendarOf(more)).due;
      expect(term.direction === "forward" ? after >= before : after <= before).toBe(true);
    }),
  );
});

test("a further holiday never makes a term of hours end earlier", () => {
  fc.assert(
    fc.property(amount, moment, markedDays, day, (hours, start, days, extra) => {
      const term = rule({ amount: hours, unit: "working_hour", direction: "forward" });
      const more = [...days.filter((one) => one.date !== extra), marked(extra, false)];
      const before = countDeadline(term, start, calendarOf(days)).due;
      expect(countDeadline(term, start, calendarOf(more)).due >= before).toBe(true);
    }),
  );
});

test("a later start never gives an earlier date", () => {
  fc.assert(
    fc.property(dayTerm, day, fc.nat({ max: 30 }), markedDays, (term, start, later, days) => {
      const calendar = calendarOf(days);
      const early = countDeadline(rule(term), start, calendar).due;
      expect(countDeadline(rule(term), plusDays(start, later), calendar).due >= early).toBe(true);
    }),
  );
});

test("a longer term never ends nearer to its start", () => {
  fc.assert(
    fc.property(dayTerm, fc.nat({ max: 20 }), day, markedDays, (term, more, start, days) => {
      const calendar = calendarOf(days);
      const short = countDeadline(rule(term), start, calendar).due;
      const long = countDeadline(rule({ ...term, amount: term.amount + more }), start, calendar).due;
      expect(term.direction === "forward" ? long >= short : long <= short).toBe(true);
    }),
  );
});

test("n working days on, then back with n − 1 full days in between, is the start again", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 40 }), day, markedDays, (n, start, days) => {
      const calendar = calendarOf(days);
      fc.pre(isWorkingDay(calendar, start));
      const on = rule({ amount: n, unit: "working_day", direction: "forward" });
      const back = rule({ amount: n - 1, unit: "working_day", direction: "backward" });
      expect(countDeadline(back, countDeadline(on, start, calendar).due, calendar).due).toBe(start);
    }),
  );
});
