import type { Actor } from "#kernel/actor.ts";
import {
  readScope,
  type ReadScope,
  unitName,
  unitsBelow,
  unitsByCode,
  withPredecessors,
} from "#modules/organization/server/index.ts";
import { remembered } from "#platform/server/database/remembered.ts";
import type { DB } from "#db";
import { sql, type Kysely, type RawBuilder } from "kysely";
import type { ReportClass } from "../matter.ts";
import type { Status } from "../status-transitions.ts";
import { conditionsOf, type MatterFilter, type NamedUnits } from "./matter-filter.ts";
import { stretchesOf, type Page, type Stretch } from "./matter-order.ts";
import { foundAsTold, readWhole } from "./told-keys.ts";
import { toldWithout } from "./told-without.ts";
import {
  beginningOf,
  mattersGivenTo,
  namesWithheldIn,
  outOfSightNow,
  presentMatters,
  villageOfMatter,
  wordsShownIn,
} from "./visibility.ts";

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
  const conditions = await conditionsIn(db, actor, filter, scope, today);
  const shown = wordsShownIn(scope, today, outOfSightNow);
  const withheld = namesWithheldIn(scope, today);
  const rows: Row[] = [];
  for (const stretch of stretchesOf(filter.text, readWhole(scope, today), page)) {
    const limit = page.size + 1 - rows.length;
    if (limit > 0)
      rows.push(...(await readStretch(db, stretch, { conditions, shown, withheld, limit, page, today })));
  }
  return partOf(rows, page);
}

type Reading = {
  readonly conditions: RawBuilder<boolean>;
  readonly shown: RawBuilder<boolean>;
  readonly withheld: RawBuilder<string[]>;
  readonly limit: number;
  readonly page: Page;
  readonly today: string;
};

async function readStretch(db: Kysely<DB>, stretch: Stretch, reading: Reading): Promise<Row[]> {
  const { exactness, fits, date, direction, beyond } = stretch;
  const { conditions, shown, withheld, limit, page, today } = reading;
  const length = page.excerpt ?? EXCERPT;
  const { rows } = await sql<Row & { namesWithheld: string[] }>`
    with part as (
      select r.id, r.code, r.received_on, r.unit_id, r.village_id, p.status, p.class, p.lead_id, p.due_on,
        p.hidden, ${beginningOf(sql`r.text`, length)} as beginning, ${withheld} as "namesWithheld", ${shown} as shown, ${date} as sort_date
      from ${presentMatters}
      where ${conditions} and ${fits} and ${beyond}
      order by sort_date ${direction}, p.recommendation_id ${direction}
      limit ${limit})
    select code, received_on as "receivedOn", hidden, shown,
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

type Row = MatterLine & { key: string; shown: boolean };

/** At most `limit` are counted: a list of a nation need not be counted to its end to be read. */
export async function countMatters(
  db: Kysely<DB>,
  actor: Actor,
  filter: MatterFilter,
  today: string,
  limit: number,
): Promise<number> {
  const scope = await readScope(db, actor);
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select from ${presentMatters} where ${await conditionsIn(db, actor, filter, scope, today)} limit ${limit}) counted`.execute(
    db,
  );
  return rows[0]!.count;
}

/**
 * Few units are named to the database one by one, so that it reads no other unit's matters. A few of them are found in
 * another way than many, and the server keeps a plan for each text: so the text tells the two apart.
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
  const within = units ? await withinUnits(db, filter, scope, units) : sql<boolean>`true`;
  return foundAsTold(db, sql<boolean>`${within} and ${conditions}`, filter.text, scope, today);
}

async function withinUnits(db: Kysely<DB>, filter: MatterFilter, scope: ReadScope, units: readonly string[]) {
  const many = units.length > FEW ? sql`/* many */` : sql``;
  if (!filter.unit && (await givenFromElsewhere(db, scope.runs, units)))
    return sql<boolean>`p.recommendation_id in (
      select own.recommendation_id from present_matter own where own.unit_id = any(${units}::uuid[])
      union all ${mattersGivenTo(scope.runs)}) ${many}`;
  return sql<boolean>`p.unit_id = any(${units}::uuid[]) ${many}`;
}

/** Whether units have work from any but these: then the list has to look further than into their registers. */
async function givenFromElsewhere(db: Kysely<DB>, to: readonly string[], units: readonly string[]) {
  if (to.length === 0) return false;
  const { rows } = await sql`
    select from (${mattersGivenTo(to)}) given join recommendation r on r.id = given.recommendation_id
    where r.unit_id <> all(${units}::uuid[]) limit 1`.execute(db);
  return rows.length > 0;
}

/** The units that a filter names with those whose work they carry on: what came to a ward that was merged is in its heir's. */
async function namedIn(
  db: Kysely<DB>,
  actor: Actor,
  { unit, lead, village }: MatterFilter,
): Promise<NamedUnits> {
  return {
    ...(unit && { unit: await withThoseBefore(db, actor, unit) }),
    ...(lead && { lead: await withThoseBefore(db, actor, lead) }),
    ...(village && { village: await withThoseBefore(db, actor, village) }),
  };
}

const withThoseBefore = remembered(async (db: Kysely<DB>, _actor: Actor, code: string): Promise<string[]> => {
  const unit = (await unitsByCode(db, [code])).get(code);
  return unit ? withPredecessors(db, [unit.id]) : [];
});

/** The units in which the list can find anything; null where they are too many, or matters come from elsewhere too. */
const unitsInQuestion = remembered(async (db: Kysely<DB>, actor: Actor, unit: string | undefined) => {
  if (unit) return unitsBelow(db, await withThoseBefore(db, actor, unit), NAMED_AT_MOST);
  const scope = await readScope(db, actor);
  const elsewhere = [scope.assignedTo, scope.villages, scope.handedOver ?? []].some((ids) => ids.length > 0);
  if (scope.everything || elsewhere) return null;
  return unitsBelow(db, scope.subtreeOf, NAMED_AT_MOST);
});

function partOf(rows: readonly Row[], { size, after, before }: Page): MatterList {
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
