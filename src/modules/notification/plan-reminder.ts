import { daysBetween } from "#kernel/calendar/working-days.ts";
import { quarterDays, quarterOf, type Quarter } from "#modules/planning/quarter.ts";

/** 30 and 10 days before a quarter ends, and once it is over. */
export type PlanReminderKind = "quarter_30" | "quarter_10" | "quarter_over";

/** So long after its end a quarter is still spoken of: an old plan that is entered late reminds nobody. */
const DAYS_AFTER = 30;

/** The one word owed about a quarter today: the latest whose day has come. */
export function planReminderToday(year: number, quarter: Quarter, today: string): PlanReminderKind | null {
  const left = daysBetween(today, quarterDays(year, quarter).last);
  if (left < -DAYS_AFTER || left > 30) return null;
  if (left < 0) return "quarter_over";
  return left <= 10 ? "quarter_10" : "quarter_30";
}

type QuarterOfYear = { readonly year: number; readonly quarter: Quarter };

/** The quarters of which something may have to be said today: the one that runs, and the one before it. */
export function quartersSpokenOf(today: string): (QuarterOfYear & { readonly kind: PlanReminderKind })[] {
  const before = Temporal.PlainDate.from(today).subtract({ months: 3 }).toString();
  return [before, today].flatMap((day) => {
    const [year, quarter] = [Number(day.slice(0, 4)), quarterOf(day)];
    const kind = planReminderToday(year, quarter, today);
    return kind === null ? [] : [{ year, quarter, kind }];
  });
}
