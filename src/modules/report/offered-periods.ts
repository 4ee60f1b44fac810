import { spanOf, type Span } from "./return-period.ts";

/** What a period of a periodic report is called by: a month, a quarter, the first six or nine months, the year. */
export type PeriodKind = "month" | "quarter" | "half" | "nine" | "year";

export type OfferedPeriod = Omit<Span, "period"> & {
  readonly kind: PeriodKind;
  readonly year: number;
  /** Which month or quarter of the year; 1 for the others. */
  readonly number: number;
};

/**
 * The periods that periodic reports are asked for (month, quarter, six and nine months, year), as far as their last quarter has
 * begun: an office writes the report of six months in its second quarter, with a day of its own up to which it counts. Until
 * the first quarter is over those of the year before that ended last are still due. Newest first, the shorter before the longer.
 */
export function offeredPeriods(today: string): OfferedPeriod[] {
  const { year, month } = Temporal.PlainDate.from(today);
  const quarter = Math.ceil(month / 3);
  const before = Temporal.PlainDate.from(today).subtract({ months: 1 });
  const months = [named("month", year, month), named("month", before.year, before.month)];
  return [...months, ...ofYear(year, quarter), ...(quarter === 1 ? ofYear(year - 1, 4) : [])];
}

function ofYear(year: number, last: number): OfferedPeriod[] {
  const quarters = Array.from({ length: last }, (_, at) => named("quarter", year, last - at));
  const longer = (["half", "nine", "year"] as const).slice(0, last - 1);
  return [...quarters, ...longer.map((kind) => named(kind, year, 1))];
}

function named(kind: PeriodKind, year: number, number: number): OfferedPeriod {
  const name = {
    ...{ month: `${year}-${String(number).padStart(2, "0")}`, quarter: `${year}-Q${number}` },
    ...{ half: `${year}-H1`, nine: `${year}-9M`, year: String(year) },
  }[kind];
  const { start, end } = spanOf(name)!;
  return { kind, year, number, start, end };
}
