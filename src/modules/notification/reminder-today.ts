import type { IsoDate, WorkCalendar } from "#kernel/calendar.ts";
import { lateReminderDates, reminderDates, type Reminder } from "#modules/deadline/reminders.ts";

export type ReminderKind = Reminder["kind"] | `late_${number}`;
export type ReminderToday = { readonly kind: ReminderKind; readonly on: IsoDate };

/**
 * The one reminder that is owed by today: the latest whose day has come. Days on which nothing ran are not
 * made up for one by one; nobody gains from three words at once. Null before the assignment.
 */
export function reminderToday(
  assignedOn: IsoDate,
  due: IsoDate,
  today: IsoDate,
  calendar: WorkCalendar,
): ReminderToday | null {
  const late = lateReminderDates(due, today, calendar);
  const latest = late.at(-1);
  if (latest !== undefined) return { kind: `late_${late.length}`, on: latest };
  const reached = reminderDates(assignedOn, due, calendar).filter(({ on }) => on <= today);
  return reached.at(-1) ?? null;
}

export function isLate(kind: ReminderKind): boolean {
  return kind.startsWith("late_");
}
