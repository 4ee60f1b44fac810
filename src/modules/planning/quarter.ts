export const quarters = [1, 2, 3, 4] as const;
export type Quarter = (typeof quarters)[number];

/** The quarter of the year in which a day (`YYYY-MM-DD`) lies. */
export function quarterOf(day: string): Quarter {
  return Math.ceil(Number(day.slice(5, 7)) / 3) as Quarter;
}

/** The first and the last day of a quarter. */
export function quarterDays(year: number, quarter: Quarter): { first: string; last: string } {
  const first = Temporal.PlainDate.from({ year, month: quarter * 3 - 2, day: 1 });
  return { first: first.toString(), last: first.add({ months: 3 }).subtract({ days: 1 }).toString() };
}

export function isInQuarter(day: string, year: number, quarter: Quarter): boolean {
  return Number(day.slice(0, 4)) === year && quarterOf(day) === quarter;
}

/** The same day of another year; 29 February becomes the 28th where that year has none. */
export function dayInYear(day: string, year: number): string {
  return Temporal.PlainDate.from(day).with({ year }).toString();
}
