import type { RegisterReturn } from "#modules/register/register-file.ts";

type Span = {
  unit: string;
  start: string;
  end: string;
  taken: string;
  at: number;
  values: Record<string, number>;
};

/**
 * Indicators that units typed in themselves, summed over the returns that lie in the period: their figures run from
 * the beginning of their period to the cut-off (or its end). Of two returns of one unit whose periods overlap the
 * longer one counts, of two of the same period the one taken later: six months are not added to their own quarters.
 */
export function indicatorsOf(
  returns: readonly RegisterReturn[],
  from: string,
  to: string,
  isHere: (unit: string, day: string) => boolean,
): Record<string, number> {
  const spans = returns
    .map(spanOf)
    .filter(({ unit, start, taken }) => start >= from && taken <= to && isHere(unit, taken));
  const sums: Record<string, number> = {};
  const names = [...new Set(spans.flatMap(({ values }) => Object.keys(values)))].sort();
  for (const name of names) {
    const reported = apart(spans.filter(({ values }) => values[name] !== undefined));
    sums[name] = reported.reduce((sum, { values }) => sum + values[name]!, 0);
  }
  return sums;
}

function apart(spans: Span[]): Span[] {
  const longestFirst = [...spans].sort(
    (one, other) =>
      order(one.start, other.start) ||
      order(other.end, one.end) ||
      order(other.taken, one.taken) ||
      other.at - one.at,
  );
  const kept: Span[] = [];
  for (const span of longestFirst) {
    const covered = kept.some(
      ({ unit, start, end }) => unit === span.unit && span.start <= end && start <= span.end,
    );
    if (!covered) kept.push(span);
  }
  return kept;
}

function order(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function spanOf({ unit, period, cutoff, values }: RegisterReturn, at: number): Span {
  const [year, part = "12M"] = period.split(/-(.*)/) as [string, string?];
  const [first, last] = monthsOf(part);
  const start = Temporal.PlainDate.from({ year: Number(year), month: first, day: 1 });
  const end = Temporal.PlainDate.from({ year: Number(year), month: last, day: 1 })
    .add({ months: 1 })
    .subtract({ days: 1 });
  const taken = cutoff && cutoff < end.toString() ? cutoff : end.toString();
  return { unit, start: start.toString(), end: end.toString(), taken, at, values };
}

function monthsOf(part: string): [first: number, last: number] {
  const number = Number(part.replace(/\D/g, ""));
  if (part.startsWith("H")) return [number * 6 - 5, number * 6];
  if (part.startsWith("Q")) return [number * 3 - 2, number * 3];
  return part.endsWith("M") ? [1, number] : [number, number];
}
