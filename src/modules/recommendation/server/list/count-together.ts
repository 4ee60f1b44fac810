import type { Actor } from "#kernel/actor.ts";
import { readScope, type ReadScope } from "#modules/organization/server/index.ts";
import { remembered } from "#platform/server/database/remembered.ts";
import type { DB } from "#db";
import { sql, type Kysely, type RawBuilder } from "kysely";
import { besideRegisters, mayBeKnown, ownWork, withTheRest } from "./beside-registers.ts";
import {
  conditionsOf,
  knownOf,
  matterFilter,
  narrowedBy,
  waitsForReview,
  type MatterFilter,
} from "./matter-filter.ts";
import { latestIn, numbersIn, tallyOf } from "./register-tallies.ts";
import { isThere, placesOf, registersOf, type Registers } from "./registers-whole.ts";

// What a desk asks of matters, many questions in one: of whole registers the numbers that are kept of them, and row by row only
// what is in none of these, or waits in one's own unit.

/** What waits in one's own registers for a word, in the order in which it is listed. */
const waiting = {
  /** The agency asks for more time; the nearest date first. */
  extensions: {
    condition: sql<boolean>`p.hidden is null and p.asks_time`,
    by: sql`p.sort_due_on`,
    direction: sql`asc`,
  },
  /** The Front found it unsettled, and it is open; the oldest finding first. */
  findings: {
    ...{ condition: sql<boolean>`p.hidden is null and p.found_on is not null`, by: sql`p.found_on` },
    direction: sql`asc`,
  },
  /** Closed without anybody having said whether the answer is right; the latest first. */
  unconfirmed: {
    ...{ condition: sql<boolean>`p.hidden is null and p.unheard`, by: sql`p.entered_on` },
    direction: sql`desc`,
  },
  /** Held, where the actor is the one who reviews it; the earliest received first. */
  held: { condition: waitsForReview, by: sql`p.received_on`, direction: sql`asc` },
} as const;
type Waiting = keyof typeof waiting;

export type TogetherAsked = {
  /** The questions to be counted, each as a list is asked: what registers are counted by, or one's own work. */
  readonly counted: Readonly<Record<string, Partial<MatterFilter>>>;
  /** Of some questions the first by date, so many. */
  readonly first: Readonly<Record<string, { readonly of: Partial<MatterFilter>; readonly size: number }>>;
  /** Of these the first, so many. */
  readonly waiting: Readonly<Partial<Record<Waiting, number>>>;
  /** Of so many is told who leads the most that is past its date; nothing of it unless said. */
  readonly late?: number;
};

/** Who leads what is past its date. */
export type LateLeads = {
  /** Of the registers that one reads whole, the one with the most there first, with how many of all that one may read. */
  readonly most: readonly {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly count: number;
  }[];
  /** How many there are in these registers. */
  readonly of: number;
};

export type Together = {
  readonly counts: Readonly<Record<string, number>>;
  /** Ids, the nearest date first. */
  readonly first: Readonly<Record<string, readonly string[]>>;
  /** Ids. */
  readonly waiting: Readonly<Partial<Record<Waiting, readonly string[]>>>;
  readonly late: LateLeads;
};

/**
 * A reading that counts what each of some questions finds of what an actor may know of. `asked` follows from the actor alone.
 * The answers are those of `countMatters` and `listMatters`.
 */
export function countingTogether(asked: (actor: Actor) => TogetherAsked) {
  const question = remembered(async (db: Kysely<DB>, actor: Actor, today: string) => {
    const scope = await readScope(db, actor);
    const registers = await registersOf(db, actor, scope, today);
    return questionOf(asked(actor), { scope, registers, today }).compile(db);
  });
  return async (db: Kysely<DB>, actor: Actor, today: string): Promise<Together> => {
    const { rows } = await db.executeQuery(await question(db, actor, today));
    return rows[0] as Together;
  };
}

type Reader = { readonly scope: ReadScope; readonly registers: Registers; readonly today: string };
type Counted = { readonly name: string; readonly filter: MatterFilter };

function questionOf({ counted, first, waiting: waits, late }: TogetherAsked, reader: Reader) {
  const { scope, registers, today } = reader;
  const named = Object.entries(counted).map(([name, of]) => ({ name, filter: matterFilter.parse(of) }));
  const inRegisters = named.filter(({ filter }) => !isOwnWork(filter));
  const ownWorkAsked = named.filter(({ filter }) => isOwnWork(filter));
  const answered = named.some(({ filter }) => filter.status === "answered");
  const lists = Object.entries(first).map(
    ([name, { of, size }]) => sql`${name}::text, array(${firstOf(matterFilter.parse(of), size, reader)})`,
  );
  const words = Object.entries(waits).map(
    ([name, size]) => sql`${name}::text, array(${firstWaiting(name as Waiting, size, reader)})`,
  );
  return sql<Together>`
    with beside as materialized (${besideRegisters(scope, registers, today, answered)}),
    mine as materialized (select p.* from (${ownWork(scope)}) p where ${mayBeKnown(registers, sql`beside`)})
    select ${countsInRegisters(inRegisters, reader)} || ${countsOfOwnWork(ownWorkAsked, reader)} as counts,
      ${objectOf(lists)} as first, ${objectOf(words)} as waiting,
      ${late ? lateBy(late, reader) : noneLate} as late`;
}

const objectOf = (pairs: readonly RawBuilder<unknown>[]) =>
  pairs.length > 0 ? sql`jsonb_build_object(${sql.join(pairs)})` : sql`'{}'::jsonb`;

/** Whether a question is of what one's own unit or agency deals with, rather than of registers. */
const isOwnWork = ({ own }: MatterFilter) => own !== undefined && own !== "ours";

/** What a filter asks of a row `p` beside the registers, of which it is known already that the actor may know of it. */
function foundBeside(filter: MatterFilter, { scope, today }: Reader) {
  const readable = { readable: sql<boolean>`true`, readableUngiven: sql<boolean>`p.ungiven` };
  return conditionsOf(filter, scope, today, {}, { ...knownOf(scope, today), ...readable });
}

function foundOfOwnWork(filter: MatterFilter, { scope, today }: Reader) {
  const readable = { readable: sql<boolean>`true`, readableUngiven: sql<boolean>`true` };
  return conditionsOf(filter, scope, today, {}, { ...knownOf(scope, today), ...readable });
}

function countsInRegisters(counted: readonly Counted[], reader: Reader) {
  if (counted.length === 0) return sql`'{}'::jsonb`;
  const tallies = [...new Set(counted.map(({ filter }) => tallyOf(filter)))];
  const besides = counted.map(
    ({ name, filter }) => sql`count(*) filter (where ${foundBeside(filter, reader)}) as ${sql.ref(name)}`,
  );
  const each = counted.map(
    ({ name, filter }) =>
      sql`${name}::text, ${sql.ref(`there.${tallyOf(filter)}`)} + ${sql.ref(`besides.${name}`)}`,
  );
  return sql`(select jsonb_build_object(${sql.join(each)})
    from (${numbersIn(reader.registers, tallies, reader.today)}) there
    cross join (select ${sql.join(besides)} from beside p ${withTheRest}) besides)`;
}

function countsOfOwnWork(counted: readonly Counted[], reader: Reader) {
  if (counted.length === 0) return sql`'{}'::jsonb`;
  const each = counted.map(({ name, filter }) =>
    filter.own === "helping"
      ? sql`${name}::text, (${partsToDo(reader)})`
      : sql`${name}::text, (select count(*) from mine p ${withTheRest} where ${foundOfOwnWork(filter, reader)})`,
  );
  return sql`jsonb_build_object(${sql.join(each)})`;
}

/** Those of which a part waits for one's unit as a coordinating one. */
function partsToDo({ scope: { assignedTo, runs }, registers }: Reader) {
  return sql`select count(distinct p.recommendation_id) from given_matter g
    join present_matter p on p.recommendation_id = g.recommendation_id
    where g.unit_id = any(${[...assignedTo, ...runs]}::uuid[]) and g.helps and p.hidden is null
      and ${mayBeKnown(registers, sql`beside`)}`;
}

/** The first of a list by date: of each register as many, in its own order, then of all. */
function firstOf(filter: MatterFilter, size: number, reader: Reader) {
  const { registers, today } = reader;
  const order = sql`order by p.sort_due_on, p.recommendation_id limit ${size}::int`;
  const columns = sql`p.recommendation_id, p.sort_due_on`;
  if (isOwnWork(filter))
    return sql`select p.recommendation_id from mine p ${withTheRest} where ${foundOfOwnWork(filter, reader)} ${order}`;
  const seen = sql<boolean>`(p.hidden is null or place.sees)`;
  const conditions = sql.join(narrowedBy(filter, today, {}, seen), sql` and `);
  const there = sql`select ${columns} from ${placesOf(registers)} cross join lateral (
    select ${columns} from present_matter p
    where ${isThere(registers, sql.ref("p.unit_id"))} and ${conditions} ${order}) p ${order}`;
  const besides = sql`select ${columns} from beside p ${withTheRest} where ${foundBeside(filter, reader)} ${order}`;
  return sql`select p.recommendation_id from ((${there}) union all (${besides})) p ${order}`;
}

function firstWaiting(name: Waiting, size: number, { registers, scope, today }: Reader) {
  const { condition, by, direction } = waiting[name];
  const order = sql`order by ${by} ${direction}, p.recommendation_id ${direction} limit ${size}::int`;
  const columns = sql`p.recommendation_id, ${by}`;
  const seen = sql<boolean>`(p.hidden is null or place.sees)`;
  const there = sql`select ${columns} from ${placesOf(registers)} cross join lateral (
    select ${columns} from present_matter p
    where ${isThere(registers, sql.ref("p.unit_id"))} and ${condition} and ${seen} ${order}) p ${order}`;
  const besides = sql`select ${columns} from beside p ${withTheRest}
    where p.own and ${condition} and ${knownOf(scope, today).shown} ${order}`;
  return sql`select p.recommendation_id from ((${there}) union all (${besides})) p ${order}`;
}

const noneLate = sql`'{"of": 0, "most": []}'::jsonb`;

/** The most that is late in one's own registers; of each with what it leads of all else that one may know of. */
function lateBy(size: number, reader: Reader) {
  const { registers, today } = reader;
  const late = foundBeside(matterFilter.parse({ view: "overdue" }), reader);
  const own = sql`select p.lead_id, count(*) from beside p ${withTheRest}
    where p.own and p.lead_id is not null and ${late} group by p.lead_id`;
  return sql`(select jsonb_build_object('of', coalesce(max(most.of), 0), 'most', coalesce(jsonb_agg(jsonb_build_object(
      'id', most.id, 'code', most.code, 'name', most.name, 'count', most.late
        + (select count(*) from beside p ${withTheRest}
          where p.lead_id = most.id and ${late} and not p.own))
      order by most.late desc, most.code), '[]'))
    from (${latestIn(registers, own, size, today)}) most)`;
}
