import type { Actor } from "#kernel/actor.ts";
import { readScope, type ReadScope, unitName, unitsBelow } from "#modules/organization/server/index.ts";
import { remembered } from "#platform/server/database/remembered.ts";
import type { DB } from "#db";
import { sql, type Kysely, type RawBuilder } from "kysely";
import type { ReportClass } from "../../matter.ts";
import type { Status } from "../../status-transitions.ts";
import { partOfList, type ListRow } from "./list-part.ts";
import { conditionsOf, type MatterFilter } from "./matter-filter.ts";
import { askedOf, inIndex, soughtIn, type Sought } from "./found-words.ts";
import { namedIn, namedWithThoseBefore } from "./named-units.ts";
import { stretchesOf, type Page, type Stretch } from "./matter-order.ts";
import { lookingWithin, stagesFor } from "./sought-stages.ts";
import { syllableStatistics } from "./syllable-statistics.ts";
import { foundAsTold, isFoundAsTold, judgedIn, readWhole, type Judged } from "../sight/told-keys.ts";
import { toldWithout } from "../sight/told-without.ts";
import {
  beginningOf,
  mattersGivenTo,
  namesWithheldIn,
  outOfSightNow,
  presentMatters,
  villageOfMatter,
  wordsShownIn,
} from "../sight/visibility.ts";

export type Hidden = "held" | "routed_out";

/** One line of a list. Of a hidden matter only its code, its unit and its day are told. */
export type MatterLine = {
  readonly code: string;
  readonly hidden: Hidden | null;
  readonly excerpt: string | null;
  readonly unitName: string;
  readonly villageName: string | null;
  readonly receivedOn: string;
  /** Null of a hidden matter: `hidden` says all that is told of it. */
  readonly status: Status | null;
  readonly class: ReportClass | null;
  readonly leadName: string | null;
  readonly dueOn: string | null;
  /** Days until the present date, negative once it has passed; null while no answer is owed. */
  readonly daysLeft: number | null;
};

const EXCERPT = 240;
const NAMED_AT_MOST = 1000;
const FEW = 50;
/** So many rows that were found are looked at, by so many at once, where what is masked finds nothing. */
const LOOKED_AT = 2000;
const MOST_AT_ONCE = 500;

export type MatterList = {
  readonly matters: readonly MatterLine[];
  readonly previous: string | null;
  readonly next: string | null;
};

/**
 * The matters that an actor may know of, narrowed by a filter: newest first, or the nearest date first; where a
 * text is looked for, what has its tone marks comes before what has not. `today` is a day in Việt Nam.
 */
export async function listMatters(
  db: Kysely<DB>,
  actor: Actor,
  filter: MatterFilter,
  page: Page,
  today: string,
): Promise<MatterList> {
  const scope = await readScope(db, actor);
  const { conditions, among } = await conditionsIn(db, actor, filter, scope, today);
  const sought = soughtIn(filter.text);
  const reading = {
    conditions,
    shown: wordsShownIn(scope, today, outOfSightNow),
    withheld: namesWithheldIn(scope, today),
    judged: sought && judgedIn(sought, scope, today),
    page,
    today,
  };
  const stages = sought
    ? stagesFor(sought, readWhole(scope, today), {
        looking: lookingWithin(among.within, among.few),
        size: page.size,
        statistics: await syllableStatistics(db),
      })
    : undefined;
  const rows: Row[] = [];
  for (const stretch of stretchesOf(page, stages)) {
    if (rows.length <= page.size)
      rows.push(
        ...(await readThrough(db, stretch, { ...reading, limit: page.size + 1 - rows.length }, sought)),
      );
  }
  return partOfList(
    rows.map(({ judged: _judged, ...row }) => row),
    page,
  );
}

/** Lines of some matters that the actor may know of, by id, the nearest date first. */
export async function linesOfMatters(
  db: Kysely<DB>,
  actor: Actor,
  ids: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, MatterLine>> {
  if (ids.length === 0) return new Map();
  const scope = await readScope(db, actor);
  const [all] = stretchesOf({ sort: "due", size: ids.length });
  const rows = await readStretch(db, all!, {
    conditions: sql<boolean>`p.recommendation_id = any(${[...ids]}::uuid[])`,
    shown: wordsShownIn(scope, today, outOfSightNow),
    withheld: namesWithheldIn(scope, today),
    judged: null,
    limit: ids.length,
    page: { sort: "due", size: ids.length },
    today,
  });
  const lines = rows.map(({ judged: _judged, ...row }) => row);
  const { matters } = partOfList(lines, { sort: "due", size: ids.length });
  return new Map(matters.map((line, place) => [rows[place]!.key.slice(-36), line]));
}

/**
 * The rows of a stretch, without those that were found only by what the actor does not read: then it is read on from
 * where it was left, further at a time the more there are.
 */
async function readThrough(
  db: Kysely<DB>,
  stretch: Stretch,
  reading: Reading,
  sought: Sought | null,
): Promise<Row[]> {
  const told: Row[] = [];
  let [from, limit, looked] = [stretch, reading.limit, 0];
  for (;;) {
    const rows = await readStretch(db, from, { ...reading, limit });
    told.push(...rows.filter(({ judged }) => !judged || isFoundAsTold(judged, sought!)));
    looked += rows.length;
    if (rows.length < limit || told.length >= reading.limit || looked >= LOOKED_AT) return told;
    from = { ...stretch, beyond: sql<boolean>`${stretch.beyond} and ${stretch.behind(rows.at(-1)!.key)}` };
    limit = Math.min(limit * 4, MOST_AT_ONCE);
  }
}

type Reading = {
  readonly conditions: RawBuilder<boolean>;
  readonly shown: RawBuilder<boolean>;
  readonly withheld: RawBuilder<string[]>;
  /** Of a matter that may have been found only by what is masked, what decides it. */
  readonly judged: RawBuilder<Judged | null> | null;
  readonly limit: number;
  readonly page: Page;
  readonly today: string;
};

async function readStretch(db: Kysely<DB>, stretch: Stretch, reading: Reading): Promise<Row[]> {
  const { exactness, fits, from, date, direction, beyond } = stretch;
  const { conditions, shown, withheld, judged, limit, page, today } = reading;
  const length = page.excerpt ?? EXCERPT;
  const { rows } = await sql<Row & { namesWithheld: string[] }>`
    with part as (
      select r.id, r.code, r.received_on, r.unit_id, r.village_id, p.status, p.class, p.lead_id, p.due_on,
        p.hidden, ${beginningOf(sql`r.text`, length)} as beginning, ${withheld} as "namesWithheld", ${shown} as shown, ${date} as sort_date,
        ${judged ?? sql`null`} as judged
      from ${from}
      where ${conditions} and ${fits} and ${beyond}
      order by sort_date ${direction}, p.recommendation_id ${direction}
      limit ${limit})
    select code, received_on as "receivedOn", hidden, shown, judged,
      case when shown then status end as status, case when shown then class end as class,
      ${exactness}::int || '_' || sort_date || '_' || id as key,
      ${unitName(sql`unit_id`, sql`received_on`)} as "unitName",
      case when shown then beginning end as excerpt, "namesWithheld",
      case when shown then ${villageOfMatter(own)} end as "villageName",
      case when shown then ${unitName(sql`lead_id`, sql`${today}::date`)} end as "leadName",
      case when shown then due_on end as "dueOn",
      case when shown and class = 'in_hand' then due_on - ${today}::date end as "daysLeft"
    from part order by sort_date ${direction}, id ${direction}`.execute(db);
  return rows.map((row) => toldWithout(row, ["excerpt"], length));
}

const own = { unit: sql`part.unit_id`, village: sql`part.village_id`, day: sql`part.received_on` };

type Row = ListRow & { judged: Judged | null };

/** At most `limit` are counted: a list of a nation need not be counted to its end to be read. */
export async function countMatters(
  db: Kysely<DB>,
  actor: Actor,
  filter: MatterFilter,
  today: string,
  limit: number,
): Promise<number> {
  const scope = await readScope(db, actor);
  const { conditions, among } = await conditionsIn(db, actor, filter, scope, today);
  const sought = soughtIn(filter.text);
  const indexed = sought && !among.few && (await syllableStatistics(db));
  const found = indexed
    ? sql<boolean>`${conditions} and ${inIndex("r", askedOf(sought, false))}`
    : conditions;
  const counted = await foundAsTold(db, found, sought, scope, today);
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select from ${presentMatters} where ${counted} limit ${limit}) counted`.execute(db);
  return rows[0]!.count;
}

/**
 * What the rows of a list must be, and among which matters they are. Few units are named to the database one by one, so
 * that it reads no other unit's matters. A few of them are found in another way than many, and the server keeps a plan
 * for each text: so the text tells the two apart.
 */
async function conditionsIn(
  db: Kysely<DB>,
  actor: Actor,
  filter: MatterFilter,
  scope: ReadScope,
  today: string,
) {
  const units = await unitsInQuestion(db, actor, filter.unit);
  const conditions = conditionsOf(filter, scope, today, await namedIn(db, actor, filter));
  const elsewhere = units && !filter.unit && (await givenFromElsewhere(db, scope.runs, units));
  const open = (row: string) => (filter.view === "all" ? sql`true` : sql.ref(`${row}.is_open`));
  const within = (row: string) =>
    units && !elsewhere ? sql<boolean>`${inUnits(row, units)} and ${open(row)}` : sql<boolean>`${open(row)}`;
  const own = elsewhere ? withGiven(scope, units) : within("p");
  return {
    conditions: sql<boolean>`${own} and ${conditions}`,
    among: { within, few: units !== null && !elsewhere && units.length <= FEW },
  };
}

function inUnits(row: string, units: readonly string[]) {
  const many = units.length > FEW ? sql`/* many */` : sql``;
  return sql<boolean>`${sql.ref(`${row}.unit_id`)} = any(${units}::uuid[]) ${many}`;
}

function withGiven({ runs }: ReadScope, units: readonly string[]) {
  return sql<boolean>`p.recommendation_id in (
    select own.recommendation_id from present_matter own where ${inUnits("own", units)}
    union all ${mattersGivenTo(runs)})`;
}

/** Whether units have work from any but these: then the list has to look further than into their registers. */
async function givenFromElsewhere(db: Kysely<DB>, to: readonly string[], units: readonly string[]) {
  if (to.length === 0) return false;
  const { rows } = await sql`
    select from (${mattersGivenTo(to)}) given join recommendation r on r.id = given.recommendation_id
    where r.unit_id <> all(${units}::uuid[]) limit 1`.execute(db);
  return rows.length > 0;
}

/** The units in which the list can find anything; null where they are too many, or matters come from elsewhere too. */
const unitsInQuestion = remembered(async (db: Kysely<DB>, actor: Actor, unit: string | undefined) => {
  if (unit) return unitsBelow(db, await namedWithThoseBefore(db, actor, unit, "unit"), NAMED_AT_MOST);
  const scope = await readScope(db, actor);
  const elsewhere = [scope.assignedTo, scope.villages, scope.handedOver ?? []].some((ids) => ids.length > 0);
  if (scope.everything || elsewhere) return null;
  return unitsBelow(db, scope.subtreeOf, NAMED_AT_MOST);
});
