import { yearOfDate, type WorkCalendar } from "#kernel/calendar.ts";
import { countDays } from "./count-days.ts";
import { countHours } from "./count-hours.ts";
import { OFFICE_HOURS, type OfficeInterval } from "./office-hours.ts";
import { ruleProblem, type DeadlineRule } from "./rule.ts";
import type { Count, Step } from "./step.ts";

/**
 * Counts one term and keeps every day of the counting.
 *
 * - Forward, in days: day 0 is not counted (Civil Code 2015 Art. 147); a term of calendar days that ends on a
 *   day of rest ends on the next working day (Art. 148).
 * - Backward, in days: `amount` full days lie between the day of acting and the event. The event's day is not
 *   counted and the day of acting is not a full day: seven days before a conference on the 20th are
 *   19 … 13, so the 12th is the last day to announce. If that is a day of rest, the day moves further back,
 *   never towards the event.
 * - In working hours, forward only: from the moment of the event (Civil Code Art. 147 para. 1), through the
 *   office hours given.
 *
 * @param start `YYYY-MM-DD` or local `YYYY-MM-DDTHH:MM` in Việt Nam; terms of days take its date.
 * @throws {Problem} when the rule itself is unsound (`ruleProblem`)
 */
export function countDeadline(
  rule: DeadlineRule,
  start: string,
  calendar: WorkCalendar,
  officeHours: readonly OfficeInterval[] = OFFICE_HOURS,
): Count {
  const problem = ruleProblem(rule);
  if (problem) throw problem;
  const counted =
    rule.unit === "working_hour"
      ? countHours(rule.amount, start, calendar, officeHours)
      : countDays(rule, Temporal.PlainDate.from(start).toString(), calendar);
  return { ...counted, unconfirmedYears: unconfirmed(counted.steps, calendar) };
}

function unconfirmed(steps: readonly Step[], calendar: WorkCalendar): number[] {
  const years = new Set(steps.map((step) => yearOfDate(step.date)));
  return [...years].filter((year) => !calendar.isConfirmed(year)).sort();
}
