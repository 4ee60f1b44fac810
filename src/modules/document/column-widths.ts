import { boldWidth } from "./text-width.ts";

/** Between a column's rules and its words, in points. */
const INSET = 10;
/** No single word takes more of the sheet than this. */
const MOST = 0.3;

/**
 * Shares of a table's width, their sum 1: as asked for, but no column narrower than its longest word, so that no
 * number of a matter and no date is broken.
 * @param words of each column
 * @param width of the table, and `size` of its letters, in points
 */
export function columnWidths(
  asked: readonly number[],
  words: readonly (readonly string[])[],
  { width, size }: { readonly width: number; readonly size: number },
): number[] {
  const whole = sum(asked);
  const shares = asked.map((share) => share / whole);
  const least = words.map((some) => Math.min(longest(some, size) / width, MOST));
  return sum(least) >= 1 ? shares : widened(shares, least, new Set());
}

/** Too narrow columns get what they need; the others give it, each in its proportion, until none is too narrow. */
function widened(
  shares: readonly number[],
  least: readonly number[],
  settled: ReadonlySet<number>,
): number[] {
  const narrow = shares.flatMap((share, index) =>
    share < least[index]! && !settled.has(index) ? [index] : [],
  );
  if (narrow.length === 0) return [...shares];
  const held = settled.union(new Set(narrow));
  const left = 1 - sum(least.filter((_, index) => held.has(index)));
  const wide = sum(shares.filter((_, index) => !held.has(index)));
  const next = shares.map((share, index) => (held.has(index) ? least[index]! : (share / wide) * left));
  return widened(next, least, held);
}

function longest(words: readonly string[], size: number): number {
  let most = 0;
  for (const word of words) most = Math.max(most, boldWidth(word, size));
  return most + INSET;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
