import type { IsoDate } from "#kernel/calendar.ts";
import { daysBetween } from "#kernel/calendar/working-days.ts";

/** The original date is never replaced; the extended one stands beside it. */
export type DueDates = { readonly original: IsoDate; readonly extended: IsoDate | null };

export type Timeliness = "on_time" | "after_extension" | "late";

/** The dates of a matter from its original date and the new dates granted, in the order of granting. */
export function dueDates(original: IsoDate, granted: readonly IsoDate[]): DueDates {
  return { original, extended: granted.at(-1) ?? null };
}

/** The date in force now. */
export function presentDue(due: DueDates): IsoDate {
  return due.extended ?? due.original;
}

/** How an answer stands to both dates: within the original, only within the extended, or after both. */
export function timeliness(answeredOn: IsoDate, due: DueDates): Timeliness {
  if (answeredOn <= due.original) return "on_time";
  return answeredOn <= presentDue(due) ? "after_extension" : "late";
}

/** Calendar days past the date in force; 0 when within it. */
export function daysLate(on: IsoDate, due: DueDates): number {
  return Math.max(0, daysBetween(presentDue(due), on));
}
