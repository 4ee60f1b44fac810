import { reasonOfRest, type IsoDate, type WorkCalendar } from "#kernel/calendar.ts";
import { plusDays } from "#kernel/calendar/working-days.ts";
import type { Count, Step } from "./step.ts";
import { minuteOfDay, timeOfMinute, type OfficeInterval } from "./office-hours.ts";

/**
 * Counts working hours from a moment on: only office time of working days runs. A start outside office hours
 * waits for the next opening; a start that is only a date waits for that day's.
 */
export function countHours(
  hours: number,
  start: string,
  calendar: WorkCalendar,
  officeHours: readonly OfficeInterval[],
): Omit<Count, "unconfirmedYears"> {
  if (officeHours.length === 0) throw new RangeError("No office hours are given");
  const moment = Temporal.PlainDateTime.from(start);
  const steps: Step[] = [];
  let left = hours * 60;
  let date = moment.toPlainDate().toString();
  let opensAt = moment.hour * 60 + moment.minute;
  for (;;) {
    const day = dayOfHours(date, opensAt, left, calendar, officeHours);
    steps.push(...day);
    left -= minutesIn(day);
    const last = day.at(-1)?.hours;
    if (left === 0 && last) return { due: `${date}T${last.to}`, steps, moved: null };
    date = plusDays(date, 1);
    opensAt = 0;
  }
}

/** What one day gives to the term: its office time from a minute on, at most what is left. */
function dayOfHours(
  date: IsoDate,
  opensAt: number,
  left: number,
  calendar: WorkCalendar,
  officeHours: readonly OfficeInterval[],
): Step[] {
  const rest = reasonOfRest(calendar, date);
  if (rest) return [{ date, counted: false, ordinal: null, reason: { kind: "rest", rest } }];
  const steps: Step[] = [];
  for (const interval of officeHours) {
    const from = Math.max(opensAt, minuteOfDay(interval.from));
    const minutes = Math.min(left - minutesIn(steps), minuteOfDay(interval.to) - from);
    if (minutes > 0) steps.push(officeTime(date, from, minutes));
  }
  if (steps.length > 0) return steps;
  return [{ date, counted: false, ordinal: null, reason: { kind: "after_hours" } }];
}

function officeTime(date: IsoDate, from: number, minutes: number): Step {
  const hours = { from: timeOfMinute(from), to: timeOfMinute(from + minutes), minutes };
  return { date, counted: true, ordinal: null, reason: { kind: "counted" }, hours };
}

function minutesIn(steps: readonly Step[]): number {
  return steps.reduce((sum, step) => sum + (step.hours?.minutes ?? 0), 0);
}
