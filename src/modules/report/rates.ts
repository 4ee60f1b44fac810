import type { RateFigures, RecommendationFigures } from "./report.ts";

type Counts = Pick<
  RecommendationFigures,
  | "distinct"
  | "directed"
  | "done"
  | "explained"
  | "refused"
  | "answered_on_time"
  | "answered_after_extension"
  | "answered_late"
>;

/** On time is judged among the answered that had a date; substantive among the answered. */
export function ratesOf(counts: Counts): RateFigures {
  const { distinct, directed, done, explained, refused } = counts;
  const dated = counts.answered_on_time + counts.answered_after_extension + counts.answered_late;
  return {
    directed: percent(directed, distinct),
    done: percent(done, distinct),
    substantive: percent(done, done + explained + refused),
    on_time: percent(counts.answered_on_time, dated),
  };
}

/** A share of a whole in percent, one decimal, half away from zero; null of nothing. Both are counts, ≥ 0. */
export function percent(part: number, whole: number): number | null {
  return percentOf({ part: BigInt(part), whole: BigInt(whole) });
}

export type Fraction = { readonly part: bigint; readonly whole: bigint };

/** In whole numbers throughout: 0.5 of a tenth is exactly that, and not what binary fractions make of it. */
export function percentOf({ part, whole }: Fraction): number | null {
  if (whole === 0n) return null;
  return Number((2000n * part + whole) / (2n * whole)) / 10;
}

export function plus(one: Fraction, other: Fraction): Fraction {
  return reduced({
    part: one.part * other.whole + other.part * one.whole,
    whole: one.whole * other.whole,
  });
}

function reduced({ part, whole }: Fraction): Fraction {
  const divisor = greatestDivisor(part, whole);
  return { part: part / divisor, whole: whole / divisor };
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestDivisor(b, a % b);
}
