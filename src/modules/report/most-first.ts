import { inVietnameseOrder } from "#kernel/vietnamese-order.ts";

type Counted = { readonly code: string; readonly count: number };

/** Lines of a table that is told by count: the most first, of as many by name, as in every list; a code is no name. */
export function mostFirst<One extends Counted>(
  lines: readonly One[],
  nameOf: (code: string) => string,
): One[] {
  const named = new Map(lines.map(({ code }) => [code, nameOf(code)]));
  return lines.toSorted(
    (one, other) =>
      other.count - one.count || inVietnameseOrder(named.get(one.code)!, named.get(other.code)!),
  );
}
