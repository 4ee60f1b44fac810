import type { DB } from "#db";
import { sql, type Kysely, type RawBuilder } from "kysely";
import { inIndex, soughtIn, type Asked } from "./found-words.ts";
import { daysIn, fitting, isInPart, onlyOne, placeRows, type Places, type Where } from "./lean-places.ts";
import { columns, namesKnownOf, toldOf } from "./lean-told.ts";
import { stretchesOf, type Page, type Placing, type Stretch } from "./matter-order.ts";
import { orderOf, placeOf, stagesFor, type Looking } from "./sought-stages.ts";
import { syllableStatistics } from "./syllable-statistics.ts";
import { doubtfulIn } from "../sight/told-keys.ts";

// The list of what is found by words, as one question. The stretches of a list that a text is looked for in stand behind one
// another in it, and each is read only as far as those before it leave the page empty.

/** Null where nothing was typed that one could look for, and where there is no index to ask. */
export async function searchOf(
  db: Kysely<DB>,
  { places, asked }: Pick<Where, "places" | "asked">,
  page: Page,
): Promise<RawBuilder<string> | null> {
  const { filter, scope } = asked;
  const sought = soughtIn(filter.text);
  const statistics = sought && (await syllableStatistics(db));
  if (!statistics) return null;
  const whole = sql<boolean>`(r.withheld_names = '{}' or ${namesKnownOf(scope)})`;
  const looking = lookingIn(places, filter.view !== "all");
  const stretches = stretchesOf(page, stagesFor(sought, whole, { looking, size: page.size, statistics }));
  const read = (stretch: Stretch, turn: number) =>
    readStretch(stretch, turn, { most: page.size + 1, fits: fitting(asked, sql`p.sees`) });
  const parts = stretches.map((_, turn) => sql`select * from ${part(turn)}`);
  const { date, direction } = stretches[0]!;
  const order = {
    order: sql`order by p.turn, ${date} ${direction}, p.recommendation_id ${direction}`,
    date,
    exactness: sql`p.exactness`,
    doubtful: doubtfulIn(sought, whole),
  };
  return sql<string>`with ${sql.join([...looking.ends, ...stretches.map(read)])}
    ${toldOf(sql.join(parts, sql` union all `), order, scope, page)}`;
}

const part = (turn: number) => sql.ref(`found_${turn}`);

/** As many of a stretch as the page has room for behind those before it; where it has none, nothing of it is read. */
function readStretch(
  { exactness, fits, from, direction, beyond }: Stretch,
  turn: number,
  page: { most: number; fits: RawBuilder<boolean> },
) {
  const before = Array.from({ length: turn }, (_, at) => sql` - (select count(*) from ${part(at)})`);
  // The number stands in the text: of a number that is not known a plan takes a tenth of all rows.
  return sql`${part(turn)} as materialized (
    select * from (
      select ${columns}, p.sees, ${sql.lit(exactness)} as exactness, ${sql.lit(turn)} as turn from ${from}
      where ${fits} and ${page.fits} and ${beyond}
      order by p.at ${direction}, p.recommendation_id ${direction} limit ${sql.lit(page.most)}) here
    limit ${sql.lit(page.most)}${sql.join(before, sql``)})`;
}

/** The last of the first, where it is looked further: parts of the statement. */
type Ends = { readonly ends: readonly RawBuilder<unknown>[] };

const withRecord = sql`join recommendation r on r.id = p.recommendation_id`;

/**
 * In one register, in some, or in all that there are. Each row has `sees`, and its day in the list as `at`. What the index
 * finds is put in order by the record itself where the list is by day of receipt: how it stands at present is asked of the few
 * that the page needs.
 */
function lookingIn(places: Places, openOnly: boolean): Looking & Ends {
  const ends: RawBuilder<unknown>[] = [];
  const { each } = places;
  const only = onlyOne(places);
  const several = each && !only ? each : null;

  const sees = seenIn(places);
  const open = (row: string) => (openOnly ? sql<boolean>`${sql.ref(`${row}.is_open`)}` : sql<boolean>`true`);
  const present = ({ column }: Placing) => sql`c.*, ${sees} as sees, ${sql.ref(`c.${column}`)} as at`;

  /** Those in the list's order, from where the page goes on. */
  function inOrder(told: RawBuilder<unknown>, limits: RawBuilder<unknown>, most: number, placing: Placing) {
    const order = sql`order by ${orderOf("c", placing)}`;
    const here = only ? sql<boolean>`c.unit_id = ${only.unitId}::uuid` : sql<boolean>`true`;
    const rows = sql`present_matter c where ${here} and ${open("c")} and ${placing.beyond("c")}`;
    if (!several) return sql`select ${told} from ${rows} ${order} ${limits}`;
    // Of each register as many as are wanted in all.
    return sql`select ${told} from ${placeRows(several)} cross join lateral (
      select c.* from ${rows} and c.unit_id = place.unit_id and ${daysIn(several, "c")} ${order} limit ${most}::int) c
      ${order} ${limits}`;
  }

  /** Those that the index finds, of which the place in the list fits. */
  function hits(asked: Asked, placing: Placing, beyond: (place: RawBuilder<unknown>) => RawBuilder<boolean>) {
    const { column, direction } = placing;
    const found = sql`${inIndex("hit", asked)} and ${liesIn(places, "hit")}`;
    const row = sql`join present_matter c on c.recommendation_id = hit.id`;
    if (column === "received_on")
      return sql`select c.*, ${sees} as sees, hit.received_on as at from (
          select hit.id, hit.received_on from recommendation hit where ${found} and ${beyond(sql`(hit.received_on, hit.id)`)}
          order by hit.received_on ${direction}, hit.id ${direction} offset 0) hit
        ${row} where ${open("c")}`;
    return sql`select * from (select ${present(placing)}
        from (select hit.id from recommendation hit where ${found} offset 0) hit ${row}
        where ${open("c")} and ${beyond(placeOf("c", placing))}
        order by ${orderOf("c", placing)} offset 0) c`;
  }

  /**
   * The same, walked in the list's order: what is open in the nation is a tenth of what its registers hold, and the page is often
   * full before its end. What the index finds is put in a table once, by which each is told (`is true`, or it would be joined).
   */
  function openHits(
    asked: Asked,
    placing: Placing,
    behind: (place: RawBuilder<unknown>) => RawBuilder<boolean>,
  ) {
    const rows = sql`select ${present(placing)} from present_matter c
      where ${open("c")} and ${behind(placeOf("c", placing))} order by ${orderOf("c", placing)} offset 0`;
    return sql`select * from (${rows}) c
      where (c.recommendation_id in (select hit.id from recommendation hit where ${inIndex("hit", asked)} offset 0)) is true`;
  }

  return {
    ends,
    few: only !== undefined,
    first: (most, placing) =>
      sql`(${inOrder(present(placing), sql`limit ${most}::int`, most, placing)}) p ${withRecord}`,
    byIndex: (asked, placing) => sql`(${hits(asked, placing, placing.beyondPlace)}) p ${withRecord}`,
    further(asked, most, placing) {
      const end = sql.ref(`end_${ends.length}`);
      const told = sql`${sql.ref(`c.${placing.column}`)} as at, c.recommendation_id as id`;
      const last = inOrder(told, sql`offset ${most - 1}::int limit 1`, most, placing);
      ends.push(sql`${end} as materialized (${last})`);
      const behind = (place: RawBuilder<unknown>) =>
        sql<boolean>`exists (select from ${end}) and ${place} ${placing.further} (select e.at, e.id from ${end} e)`;
      const walked = openOnly && !each && placing.column === "sort_due_on";
      return sql`(${(walked ? openHits : hits)(asked, placing, behind)}) p ${withRecord}`;
    },
  };
}

/** Whose hidden words are read. */
function seenIn({ each, sees }: Places): RawBuilder<boolean> {
  const seeing = each?.filter((place) => place.sees) ?? [];
  if (!each || seeing.length === 0 || seeing.length === each.length)
    return sql<boolean>`${each ? seeing.length > 0 : sees}::bool`;
  return sql<boolean>`(c.unit_id = any(${seeing.map(({ unitId }) => unitId)}::uuid[]))`;
}

/** That a record lies in the registers in question. */
function liesIn({ each }: Places, row: string): RawBuilder<boolean> {
  if (!each) return sql<boolean>`true`;
  const units = sql<boolean>`${sql.ref(`${row}.unit_id`)} = any(${each.map(({ unitId }) => unitId)}::uuid[])`;
  if (!isInPart(each)) return units;
  return sql<boolean>`(${units} and exists (
    select from ${placeRows(each)} where place.unit_id = ${sql.ref(`${row}.unit_id`)} and ${daysIn(each, row)}))`;
}
