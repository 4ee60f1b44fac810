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
  | "overdue"
>;

/**
 * On time is judged among all that fell due: what was answered with a date, and what is in hand past its own. What is
 * open and late cannot be left out of the rate. Substantive is judged among the answered.
 */
export function ratesOf(counts: Counts): RateFigures {
  const { directed, done, substantive, on_time } = rateParts(counts);
  return {
    directed: percent(...directed),
    done: percent(...done),
    substantive: percent(...substantive),
    on_time: percent(...on_time),
  };
}

/** What each rate is a share of: the part and the whole, which stand beside it wherever it is shown. */
export function rateParts(counts: Counts): Record<keyof RateFigures, readonly [part: number, whole: number]> {
  const { distinct, directed, done, explained, refused } = counts;
  const { answered_on_time, answered_after_extension, answered_late, overdue } = counts;
  const fellDue = answered_on_time + answered_after_extension + answered_late + overdue;
  return {
    directed: [directed, distinct],
    done: [done, distinct],
    substantive: [done, done + explained + refused],
    on_time: [answered_on_time, fellDue],
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
