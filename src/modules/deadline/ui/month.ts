/** The weeks of a month (`YYYY-MM`), Monday first; days of the neighbouring months are null. */
export function weeksOf(month: string): (string | null)[][] {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const blanks: (string | null)[] = Array.from({ length: first.dayOfWeek - 1 }, () => null);
  const days = Array.from({ length: first.daysInMonth }, (_, n) => first.add({ days: n }).toString());
  const cells = [...blanks, ...days];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** Every month from the one of a day to the one of another, `YYYY-MM`, whichever comes first. */
export function monthsBetween(a: string, b: string): string[] {
  const [first, last] = [a.slice(0, 7), b.slice(0, 7)].sort() as [string, string];
  const months: string[] = [];
  for (
    let month = Temporal.PlainYearMonth.from(first);
    month.toString() <= last;
    month = month.add({ months: 1 })
  ) {
    months.push(month.toString());
  }
  return months;
}
