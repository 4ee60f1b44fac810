import { isRealDay } from "#kernel/input.ts";
import type { Actor } from "#kernel/actor.ts";
import { readScope, unitsBelow, unitsByCode, type ReadScope } from "#modules/organization/server/index.ts";
import { remembered } from "#platform/server/database/remembered.ts";
import type { DB } from "#db";
import { sql, type Kysely, type RawBuilder } from "kysely";
import type { ReportClass } from "../matter.ts";
import type { Status } from "../status-transitions.ts";
import { conditionsOf, exactnessFor, type MatterFilter } from "./matter-filter.ts";
import { outOfSightNow, presentMatters, unitName, villageOfMatter, wordsShownIn } from "./visibility.ts";

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
  const order = orderOf(filter, page);
  const conditions = await conditionsIn(db, actor, filter, scope, today);
  const { rows } = await sql<Row>`
    with part as (
      select r.id, r.code, r.text, r.received_on, r.unit_id, r.village_id, p.status, p.class, p.lead_id, p.due_on,
        p.hidden, ${wordsShownIn(scope, today, outOfSightNow)} as shown,
        ${order.exactness} as exactness, ${order.date} as sort_date
      from ${presentMatters}
      where ${conditions} and ${order.beyond}
      order by exactness ${order.direction}, sort_date ${order.direction}, p.recommendation_id ${order.direction}
      limit ${page.size + 1})
    select code, received_on as "receivedOn", hidden, shown,
      case when shown then status end as status, case when shown then class end as class,
      exactness || '_' || sort_date || '_' || id as key,
      ${unitName(sql`unit_id`, sql`received_on`)} as "unitName",
      case when shown then left(text, ${page.excerpt ?? EXCERPT}::int) end as excerpt,
      case when shown then ${villageOfMatter(own)} end as "villageName",
      case when shown then ${unitName(sql`lead_id`, sql`${today}::date`)} end as "leadName",
      case when shown then due_on end as "dueOn",
      case when shown and class = 'in_hand' then due_on - ${today}::date end as "daysLeft"
    from part order by exactness ${order.direction}, sort_date ${order.direction}, id ${order.direction}`.execute(
    db,
  );
  return partOf(rows, page);
}

const own = { unit: sql`unit_id`, village: sql`village_id`, day: sql`received_on` };

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
  const conditions = conditionsOf(filter, scope, today);
  if (!units) return conditions;
  const many = units.length > FEW ? sql`/* many */` : sql``;
  return sql<boolean>`p.unit_id = any(${units}::uuid[]) ${many} and ${conditions}`;
}

/** The units in which the list can find anything; null where they are too many, or matters come from elsewhere too. */
const unitsInQuestion = remembered(async (db: Kysely<DB>, actor: Actor, unit: string | undefined) => {
  if (unit) {
    const asked = (await unitsByCode(db, [unit])).get(unit);
    return asked ? unitsBelow(db, [asked.id], NAMED_AT_MOST) : [];
  }
  const scope = await readScope(db, actor);
  const elsewhere = [scope.assignedTo, scope.villages, scope.handedOver ?? []].some((ids) => ids.length > 0);
  if (scope.everything || elsewhere) return null;
  return unitsBelow(db, scope.subtreeOf, NAMED_AT_MOST);
});

type Order = {
  readonly exactness: RawBuilder<number>;
  readonly date: RawBuilder<string>;
  readonly direction: RawBuilder<unknown>;
  readonly beyond: RawBuilder<boolean>;
};

/**
 * Every column runs the same way, so that one comparison of rows finds where to go on. A hidden matter stands where
 * one without a date does: neither its place nor its key tells when it is due.
 */
function orderOf(filter: MatterFilter, { sort, after, before }: Page): Order {
  const rising = sort === "due";
  const exactness = rising ? sql<number>`-(${exactnessFor(filter.text)})` : exactnessFor(filter.text);
  const date = rising ? sql<string>`p.sort_due_on` : sql<string>`p.received_on`;
  const forward = !before;
  const up = rising === forward;
  const key = keyFrom(before ?? after);
  const beyond = key
    ? sql<boolean>`((${exactness}), ${date}, p.recommendation_id) ${up ? sql`>` : sql`<`} (${key.exactness}::int, ${key.date}::date, ${key.id}::uuid)`
    : sql<boolean>`true`;
  return { exactness, date, direction: up ? sql`asc` : sql`desc`, beyond };
}

/** A key that nobody gave out starts the list anew. */
function keyFrom(text: string | null | undefined) {
  const found = /^(-?[0-2])_(infinity|\d{4}-\d\d-\d\d)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(
    text ?? "",
  );
  const real = found && (found[2] === "infinity" || isRealDay(found[2]!));
  return real ? { exactness: Number(found[1]), date: found[2]!, id: found[3]! } : null;
}

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
