import type { IsoDate } from "#kernel/calendar.ts";
import { daysBetween } from "#kernel/calendar/working-days.ts";
import type { Words } from "./explain.ts";

/** Calendar days from today to the date; negative when it has passed. */
function daysRemaining(due: IsoDate, today: IsoDate): number {
  return daysBetween(today, due);
}

/** `còn 3 ngày`, `hôm nay là hạn`, `quá hạn 2 ngày`; calendar days, on the date in force. */
export function remainingInWords(due: IsoDate, today: IsoDate): Words {
  const days = daysRemaining(due, today);
  if (days === 0) return { vi: "hôm nay là hạn", en: "due today" };
  const count = Math.abs(days);
  const enDays = count === 1 ? "1 day" : `${count} days`;
  return days > 0
    ? { vi: `còn ${count} ngày`, en: `${enDays} left` }
    : { vi: `quá hạn ${count} ngày`, en: `${enDays} overdue` };
}
