// Days as `YYYY-MM-DD`, reckoned without `Temporal`: also for the browser, where it is not everywhere yet.

const DAY = 86_400_000;
const momentOf = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayAt = (moment: number) => new Date(moment).toISOString().slice(0, 10);

/** The day so many days later; earlier where the number is negative. */
export const daysAfter = (day: string, days: number): string => dayAt(momentOf(day) + days * DAY);

/** How many days from one to the other; negative where the other comes first. */
export const daysBetween = (from: string, to: string): number => (momentOf(to) - momentOf(from)) / DAY;

/** 1 is Monday, 7 Sunday. */
const weekdayOf = (day: string): number => new Date(momentOf(day)).getUTCDay() || 7;

/** The Monday of the week in which a day lies. */
export const mondayOf = (day: string): string => daysAfter(day, 1 - weekdayOf(day));

export const yearOf = (day: string): number => Number(day.slice(0, 4));
export const monthOf = (day: string): number => Number(day.slice(5, 7));

/** A day of a month; the months go on over the years: 13 is January of the next, 0 the last December. */
export function dayOfMonth(year: number, month: number, day: number): string {
  return dayAt(Date.UTC(year, month - 1, day));
}

/** The last day of a month, counted in the same way. */
export const lastDayOfMonth = (year: number, month: number): string => dayOfMonth(year, month + 1, 0);
