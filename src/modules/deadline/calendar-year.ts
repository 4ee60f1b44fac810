import { isWeeklyRest, yearOfDate, type CalendarDay, type CalendarYear } from "#kernel/calendar.ts";
import { Problem, type ProblemDefinition } from "#kernel/problem.ts";
import { deadlineProblems } from "./problems.ts";

/**
 * What keeps a year from being confirmed: a day of another year, a day given twice, a make-up day that is no
 * weekly rest day, a compensation on a day that is one. `null` when the year is sound.
 * Every `date` is expected to be a real `YYYY-MM-DD`.
 */
export function calendarYearProblem(year: CalendarYear): Problem | null {
  const seen = new Set<string>();
  for (const [index, day] of year.days.entries()) {
    const definition = faultOf(day, year.year, seen);
    if (definition) {
      return new Problem(definition, {
        values: { date: day.date, year: year.year },
        field: `days.${index}.date`,
      });
    }
    seen.add(day.date);
  }
  return null;
}

function faultOf(day: CalendarDay, year: number, seen: ReadonlySet<string>): ProblemDefinition | null {
  if (yearOfDate(day.date) !== year) return deadlineProblems.calendar_day_outside_year;
  if (seen.has(day.date)) return deadlineProblems.calendar_day_twice;
  if (day.kind === "worked_rest_day" && !isWeeklyRest(day.date)) {
    return deadlineProblems.calendar_day_not_rest;
  }
  if (day.kind === "compensation" && isWeeklyRest(day.date)) {
    return deadlineProblems.calendar_compensation_on_rest;
  }
  return null;
}
