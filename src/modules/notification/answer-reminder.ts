import type { IsoDate, WorkCalendar } from "#kernel/calendar.ts";
import { reminderToday } from "./reminder-today.ts";

/** Three days and one day before the conference; earlier there is nothing to press for. */
export type AnswerReminderKind = "three_days_before" | "one_day_before";

/** The one word owed today about an invitation that nobody has answered; the invitation was a word of its own. */
export function answerReminderToday(
  invitedOn: IsoDate,
  heldOn: IsoDate,
  today: IsoDate,
  calendar: WorkCalendar,
): AnswerReminderKind | null {
  const kind = reminderToday(invitedOn, heldOn, today, calendar)?.kind;
  return kind === "three_days_before" || kind === "one_day_before" ? kind : null;
}
