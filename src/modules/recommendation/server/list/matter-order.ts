import { isRealDay } from "#kernel/input.ts";
import { sql, type RawBuilder } from "kysely";
import { presentMatters } from "../sight/visibility.ts";

/** The newest first, or the nearest date first. */
export type MatterSort = "received" | "due";

/** Which part of a list: `after` and `before` are the keys that an earlier part gave. */
export type Page = {
  readonly sort: MatterSort;
  readonly size: number;
  readonly after?: string | null;
  readonly before?: string | null;
  /** How much of each text; 240 characters unless said. */
  readonly excerpt?: number;
};

/** In what order a stretch is read, and from where on. */
export type Placing = {
  readonly column: "received_on" | "sort_due_on";
  readonly direction: RawBuilder<unknown>;
  /** That a row of `present_matter` lies where the part before this one ended, or behind. */
  readonly beyond: (row: string) => RawBuilder<boolean>;
  /** The same of a place, day and id. */
  readonly beyondPlace: (place: RawBuilder<unknown>) => RawBuilder<boolean>;
  /** The comparison by which one row lies behind another. */
  readonly further: RawBuilder<unknown>;
};

/** How well matters fit what is looked for, and what fits just as well and no better. */
export type Stage = {
  readonly exactness: number;
  readonly fits: RawBuilder<boolean>;
  /** Where they are read from, one after another, as `presentMatters`; that itself unless said. */
  readonly sources?: readonly ((placing: Placing) => RawBuilder<unknown>)[];
};

/** A stretch of a list that one query reads. */
export type Stretch = Omit<Stage, "sources"> & {
  readonly from: RawBuilder<unknown>;
  readonly date: RawBuilder<string>;
  readonly direction: RawBuilder<unknown>;
  /** Where the part before this one ended. */
  readonly beyond: RawBuilder<boolean>;
  /** That a row lies behind the one with a key. */
  readonly behind: (key: string) => RawBuilder<boolean>;
};

const all: Stage = { exactness: 0, fits: sql<boolean>`true` };

/**
 * The stretches in which a page is read: one, or where a text is looked for, those of each stage in turn. The next is
 * read only when those before it do not fill the page. Date and id run the same way, so that one comparison of rows
 * finds where to go on. A hidden matter stands where one without a date does: neither its place nor its key tells when
 * it is due.
 */
export function stretchesOf({ sort, after, before }: Page, stages: readonly Stage[] = [all]): Stretch[] {
  const column = sort === "due" ? "sort_due_on" : "received_on";
  const forward = !before;
  const up = (sort === "due") === forward;
  const direction = up ? sql`asc` : sql`desc`;
  const further = up ? sql`>` : sql`<`;
  const behindPlace = (place: RawBuilder<unknown>, { date, id }: { date: string; id: string }) =>
    sql<boolean>`(${place} ${further} (${date}::date, ${id}::uuid))`;
  const behindKey = (row: string, at: { date: string; id: string }) =>
    behindPlace(sql`(${sql.ref(`${row}.${column}`)}, ${sql.ref(`${row}.recommendation_id`)})`, at);
  const key = keyFrom(before ?? after);
  const inTurn = forward ? stages : stages.toReversed();
  const begun = key
    ? Math.max(
        0,
        inTurn.findIndex(({ exactness }) => exactness === key.exactness),
      )
    : 0;
  return inTurn.slice(begun).flatMap(({ sources = [() => presentMatters], ...stage }, at) => {
    const placing = {
      column,
      direction,
      further,
      beyond: (row: string) => (key && at === 0 ? behindKey(row, key) : sql<boolean>`true`),
      beyondPlace: (place: RawBuilder<unknown>) =>
        key && at === 0 ? behindPlace(place, key) : sql<boolean>`true`,
    } as const;
    const place = {
      date: sql<string>`${sql.ref(`p.${column}`)}`,
      direction,
      beyond: placing.beyond("p"),
      behind: (last: string) => behindKey("p", keyFrom(last)!),
    };
    return sources.map((from) => ({ ...stage, ...place, from: from(placing) }));
  });
}

/** A key that nobody gave out starts the list anew. */
function keyFrom(text: string | null | undefined) {
  const found = /^-?([0-2])_(infinity|\d{4}-\d\d-\d\d)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(
    text ?? "",
  );
  const real = found && (found[2] === "infinity" || isRealDay(found[2]!));
  return real ? { exactness: Number(found[1]), date: found[2]!, id: found[3]! } : null;
}
