/** One page out of a list; pages count from 1, and an empty list has one. */
export type ListPart<Item> = {
  readonly shown: readonly Item[];
  readonly page: number;
  readonly pages: number;
  /** The number of the first that is shown, and of all there are. */
  readonly first: number;
  readonly all: number;
};

/** Where a page lies; what is beyond the last is the last. */
export function pageWithin(asked: number | null, all: number, size: number): Omit<ListPart<never>, "shown"> {
  const pages = Math.max(1, Math.ceil(all / size));
  const page = Math.min(Math.max(1, asked ?? 1), pages);
  return { page, pages, first: (page - 1) * size + 1, all };
}

/** A page of a list that is there whole. */
export function partOf<Item>(items: readonly Item[], asked: number | null, size: number): ListPart<Item> {
  const place = pageWithin(asked, items.length, size);
  return { ...place, shown: items.slice(place.first - 1, place.first - 1 + size) };
}
