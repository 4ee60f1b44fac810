import type { MatterLine, MatterList } from "./list-matters.ts";
import type { Page } from "./matter-order.ts";

/** A line with the key under which the list goes on from it, and whether its words may be read. */
export type ListRow = MatterLine & { key: string; shown: boolean };

/** A page of a list out of its rows, of which one more was read than it has lines. */
export function partOfList(rows: readonly ListRow[], { size, after, before }: Page): MatterList {
  const more = rows.length > size;
  const kept = rows.slice(0, size);
  const matters = before ? kept.toReversed() : kept;
  const [first, last] = [matters.at(0)?.key ?? null, matters.at(-1)?.key ?? null];
  return {
    matters: matters.map(({ key: _key, shown, ...line }) => ({
      ...line,
      hidden: shown ? null : line.hidden,
    })),
    previous: (before ? more : Boolean(after)) ? first : null,
    next: (before ? true : more) ? last : null,
  };
}
