/** The days that a period return speaks of, both included. */
export type Span = { readonly period: string; readonly start: string; readonly end: string };

const form = /^(\d{4})(?:-(?:H([12])|Q([1-4])|([1-9]|1[0-2])M|(0[1-9]|1[0-2])))?$/;

/**
 * `2020`, `2020-H1`, `2020-Q3`, `2020-9M` (the first nine months), `2020-05`.
 * @returns null for anything else
 */
export function spanOf(period: string): Span | null {
  const parts = form.exec(period);
  if (!parts) return null;
  const [first, last] = monthsOf(parts.slice(2).map((part) => (part ? Number(part) : null)));
  const year = Number(parts[1]);
  const start = Temporal.PlainDate.from({ year, month: first, day: 1 });
  const end = Temporal.PlainDate.from({ year, month: last, day: 1 }).add({ months: 1 }).subtract({ days: 1 });
  return { period, start: start.toString(), end: end.toString() };
}

function monthsOf([half, quarter, months, month]: (number | null)[]): [first: number, last: number] {
  if (half) return [half * 6 - 5, half * 6];
  if (quarter) return [quarter * 3 - 2, quarter * 3];
  if (months) return [1, months];
  return month ? [month, month] : [1, 12];
}

/** Every way of naming a period that lies within these years. */
export function periodsOfYears(first: number, last: number): Span[] {
  const parts = ["", ...numbered("-H", 2), ...numbered("-Q", 4), ...monthsAdded(), ...singleMonths()];
  const years = Array.from({ length: last - first + 1 }, (_, i) => String(first + i).padStart(4, "0"));
  return years.flatMap((year) => parts.flatMap((part) => spanOf(year + part) ?? []));
}

function numbered(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`);
}

function monthsAdded(): string[] {
  return numbered("-", 12).map((part) => `${part}M`);
}

function singleMonths(): string[] {
  return Array.from({ length: 12 }, (_, i) => `-${String(i + 1).padStart(2, "0")}`);
}

/**
 * Of periods that overlap, those whose figures may be added up: from the earliest on, the longest first, nothing
 * that shares a day with one already taken. Six months are not added to their own quarters.
 */
export function apart(periods: readonly string[]): Set<string> {
  const spans = periods.flatMap((period) => spanOf(period) ?? []);
  const kept: Span[] = [];
  for (const span of spans.toSorted(earliestThenLongest)) {
    if (!kept.some(({ start, end }) => span.start <= end && start <= span.end)) kept.push(span);
  }
  return new Set(kept.map(({ period }) => period));
}

function earliestThenLongest(one: Span, other: Span): number {
  return order(one.start, other.start) || order(other.end, one.end) || order(one.period, other.period);
}

function order(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
