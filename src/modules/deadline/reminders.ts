import type { IsoDate, WorkCalendar } from "#kernel/calendar.ts";
import {
  daysBetween,
  plusDays,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from "#kernel/calendar/working-days.ts";

export type Reminder = {
  readonly on: IsoDate;
  readonly kind: "assigned" | "half_time" | "three_days_before" | "one_day_before";
};

/**
 * When an agency is reminded before a date: at assignment, at half-time, three days and one day before.
 * The days are calendar days; one that falls on a day of rest is moved back to the working day before it, so
 * that somebody reads it. Two on one day are one, the more urgent; none comes on or before the assignment's
 * own day but the first.
 */
export function reminderDates(assignedOn: IsoDate, due: IsoDate, calendar: WorkCalendar): Reminder[] {
  const half = plusDays(assignedOn, Math.floor(daysBetween(assignedOn, due) / 2));
  const before = (on: IsoDate, kind: Reminder["kind"]): Reminder => ({
    on: workingDayOnOrBefore(calendar, on),
    kind,
  });
  const wanted = [
    before(plusDays(due, -1), "one_day_before"),
    before(plusDays(due, -3), "three_days_before"),
    before(half, "half_time"),
  ];
  const kept = wanted.filter(
    (reminder, index) =>
      reminder.on > assignedOn && wanted.findIndex((other) => other.on === reminder.on) === index,
  );
  return [...kept, { on: assignedOn, kind: "assigned" } satisfies Reminder].sort((a, b) =>
    a.on < b.on ? -1 : 1,
  );
}

const DAYS_BETWEEN_LATE_REMINDERS = 7;

/**
 * When an agency is reminded after a date has passed: on the first day late and weekly from then on, up to
 * and including `until`. A day of rest is moved on to the next working day; the weekly rhythm is kept.
 */
export function lateReminderDates(due: IsoDate, until: IsoDate, calendar: WorkCalendar): IsoDate[] {
  const dates: IsoDate[] = [];
  for (let day = plusDays(due, 1); day <= until; day = plusDays(day, DAYS_BETWEEN_LATE_REMINDERS)) {
    const on = workingDayOnOrAfter(calendar, day);
    if (on <= until && on !== dates.at(-1)) dates.push(on);
  }
  return dates;
}
