import { isRealDay } from "#kernel/input.ts";
import { sql, type RawBuilder } from "kysely";
import { stagesFor, type Stage } from "./matter-filter.ts";

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

/** A stretch of a list that one query reads. */
export type Stretch = Stage & {
  readonly date: RawBuilder<string>;
  readonly direction: RawBuilder<unknown>;
  /** Where the part before this one ended. */
  readonly beyond: RawBuilder<boolean>;
};

/**
 * The stretches in which a page is read: one, or where a text is looked for, what has it as written, then as one phrase
 * without tone marks, then word by word. The next is read only when those before it do not fill the page. Date and id
 * run the same way, so that one comparison of rows finds where to go on. A hidden matter stands where one without a
 * date does: neither its place nor its key tells when it is due.
 */
export function stretchesOf(
  text: string | undefined,
  whole: RawBuilder<boolean>,
  { sort, after, before }: Page,
): Stretch[] {
  const date = sort === "due" ? sql<string>`p.sort_due_on` : sql<string>`p.received_on`;
  const forward = !before;
  const up = (sort === "due") === forward;
  const direction = up ? sql`asc` : sql`desc`;
  const key = keyFrom(before ?? after);
  const stages = forward ? stagesFor(text, whole) : stagesFor(text, whole).toReversed();
  const begun = key
    ? Math.max(
        0,
        stages.findIndex(({ exactness }) => exactness === key.exactness),
      )
    : 0;
  return stages.slice(begun).map((stage, at) => ({
    ...stage,
    date,
    direction,
    beyond:
      key && at === 0
        ? sql<boolean>`(${date}, p.recommendation_id) ${up ? sql`>` : sql`<`} (${key.date}::date, ${key.id}::uuid)`
        : sql<boolean>`true`,
  }));
}

/** A key that nobody gave out starts the list anew. */
function keyFrom(text: string | null | undefined) {
  const found = /^-?([0-2])_(infinity|\d{4}-\d\d-\d\d)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(
    text ?? "",
  );
  const real = found && (found[2] === "infinity" || isRealDay(found[2]!));
  return real ? { exactness: Number(found[1]), date: found[2]!, id: found[3]! } : null;
}
