import type { Actor } from "#kernel/actor.ts";
import { readScope, unitsBelow, unitName, type ReadScope } from "#modules/organization/server/index.ts";
import { remembered } from "#platform/server/database/remembered.ts";
import type { DB } from "#db";
import { sql, type Kysely, type RawBuilder } from "kysely";
import {
  conditionsOf,
  findsOpenOnly,
  knownOf,
  matterFilter,
  surelyFound,
  type Known,
  type MatterFilter,
} from "./matter-filter.ts";
import { noThatStands } from "../matter/unsettled.ts";
import { mattersGivenTo, mattersOfVillages } from "../sight/visibility.ts";

// What a desk asks of matters, many questions in one: the rows in which any of them can find something are read once.

type Condition = RawBuilder<boolean>;

/** The units whose registers an actor reads whole, by id; null where they are too many to be named. */
export const unitsRead = remembered(
  async (db: Kysely<DB>, actor: Actor): Promise<readonly string[] | null> => {
    const { everything, subtreeOf } = await readScope(db, actor);
    if (everything) return null;
    return subtreeOf.length === 0 ? [] : unitsBelow(db, subtreeOf, NAMED_AT_MOST);
  },
);

export type TogetherAsked = {
  /** The questions to be counted, each as a list is asked. */
  readonly counted: Readonly<Record<string, Partial<MatterFilter>>>;
  /** Of some questions the first by date, so many. */
  readonly first: Readonly<Record<string, { readonly of: Partial<MatterFilter>; readonly size: number }>>;
  /** Of so many is told who leads the most that is past its date; nothing of it unless said. */
  readonly late?: number;
};

/** Who leads what is past its date. */
export type LateLeads = {
  /** Of the registers that one reads whole, the one with the most first; and how many there are. */
  readonly most: readonly { readonly id: string; readonly code: string; readonly name: string }[];
  readonly of: number;
  /** Of all that one may read, by the id of who leads it. */
  readonly all: Readonly<Record<string, number>>;
};

export type Together = {
  readonly counts: Readonly<Record<string, number>>;
  /** Ids, the nearest date first. */
  readonly first: Readonly<Record<string, readonly string[]>>;
  readonly late: LateLeads;
};

/** Registers of so many units are read one by one. */
const NAMED_AT_MOST = 1000;

/**
 * A reading that counts what each of some questions finds of what an actor may know of, at most `atMost` each. `asked`
 * follows from the actor alone. The answers are those of `countMatters` and `listMatters`.
 */
export function countingTogether(
  asked: (actor: Actor) => TogetherAsked,
  atMost: number,
  namedAtMost = NAMED_AT_MOST,
) {
  const question = remembered(async (db: Kysely<DB>, actor: Actor, today: string) => {
    const scope = await readScope(db, actor);
    return questionOf(
      asked(actor),
      scope,
      await registersOf(db, actor, scope, today, namedAtMost),
      today,
      atMost,
    ).compile(db);
  });
  return async (db: Kysely<DB>, actor: Actor, today: string): Promise<Together> => {
    const { rows } = await db.executeQuery(await question(db, actor, today));
    return rows[0] as Together;
  };
}

/** The registers that an actor reads whole. */
type Registers = {
  /** Units; null where they are too many. */
  readonly units: readonly string[] | null;
  /** Units of which every matter is read, whenever it came; null where that is every unit. */
  readonly whole: readonly string[] | null;
};

async function registersOf(
  db: Kysely<DB>,
  actor: Actor,
  { everything, subtreeOf }: ReadScope,
  today: string,
  namedAtMost: number,
): Promise<Registers> {
  if (everything) return { units: null, whole: null };
  const read = await unitsRead(db, actor);
  const units = read && read.length <= namedAtMost ? read : null;
  // As `liesBelow`: what lies there now, or did on its last day, lies there with all that came in.
  const lies = sql`exists (select from unit_ancestry a where a.descendant_id = u.id
    and a.ancestor_id = any(${[...subtreeOf]}::uuid[]) and least(u.until_on, ${today}::date) between a.from_on and a.until_on)`;
  if (units) {
    const { rows } = await sql<{ id: string }>`
      select u.id from unit u where u.id = any(${units}::uuid[]) and ${lies}`.execute(db);
    return { units, whole: rows.map(({ id }) => id) };
  }
  const { rows } = await sql`select from unit u where not ${lies} limit 1`.execute(db);
  return { units: null, whole: rows.length === 0 ? null : [] };
}

function questionOf(
  { counted, first, late }: TogetherAsked,
  scope: ReadScope,
  registers: Registers,
  today: string,
  atMost: number,
) {
  const known = knownHere(scope, registers, today);
  const found = (asked: Partial<MatterFilter>) =>
    conditionsOf(matterFilter.parse(asked), scope, today, {}, known);
  const overdue = { view: "overdue" } as const;
  const questions = [...Object.values(counted), ...Object.values(first).map(({ of }) => of)];
  const named = [...questions, ...(late ? [overdue] : [])].filter((asked) => isNamed(asked, registers));
  const rowsFor = (asked: Partial<MatterFilter>) =>
    isNamed(asked, registers) ? sql`asked p ${withTheRest}` : sql`present_matter p ${withTheRest}`;
  const lists = Object.entries(first).map(
    ([name, { of, size }]) => sql`${name}::text, array(
      select p.recommendation_id from ${rowsFor(of)} where ${found(of)}
      order by p.sort_due_on, p.recommendation_id limit ${size})`,
  );
  const [near, far] = [true, false].map((wanted) =>
    Object.entries(counted)
      .filter(([, asked]) => isNamed(asked, registers) === wanted)
      .map(([name, asked]) => ({ name, found: found(asked) })),
  );
  return sql<Together>`
    with asked as materialized (${candidates(named, scope, registers, known, today)})
    select ${countsTogether(near!, atMost)} || ${countsApart(far!, atMost)} as counts,
      jsonb_build_object(${sql.join(lists)}) as first,
      ${late ? lateBy(rowsFor(overdue), found(overdue), readableOwn(scope, registers, today), today, late) : noneLate} as late`;
}

/** Whether all that a question can find is named: few registers, only what one's own unit deals with, or the noes there are. */
function isNamed({ own, unsettled }: Partial<MatterFilter>, { units }: Registers): boolean {
  return units !== null || unsettled !== undefined || (own !== undefined && own !== "ours");
}

type Counted = readonly { readonly name: string; readonly found: Condition }[];

/** The rows that are named are few: each is looked at once. */
function countsTogether(counts: Counted, atMost: number) {
  if (counts.length === 0) return sql`'{}'::jsonb`;
  const each = counts.map(
    ({ name, found }) => sql`${name}::text, least(count(*) filter (where ${found}), ${atMost}::int)`,
  );
  return sql`(select jsonb_build_object(${sql.join(each)}) from asked p ${withTheRest})`;
}

/** Of a whole nation's matters each question goes its own way, and no further than is counted. */
function countsApart(counts: Counted, atMost: number) {
  if (counts.length === 0) return sql`'{}'::jsonb`;
  const each = counts.map(
    ({ name, found }) => sql`${name}::text, (
      select count(*) from (select from present_matter p ${withTheRest} where ${found} limit ${atMost}) counted)`,
  );
  return sql`jsonb_build_object(${sql.join(each)})`;
}

function lateBy(rows: RawBuilder<unknown>, overdue: Condition, own: Condition, today: string, size: number) {
  return sql`(
    with led as (
      select lead.id, lead.code, count(*) filter (where ${own} and p.hidden is null) as own, count(*) as all_of_it
      from ${rows} join unit lead on lead.id = p.lead_id where ${overdue} group by lead.id, lead.code),
    most as (select id, code, own from led where own > 0 order by own desc, code limit ${size})
    select jsonb_build_object('of', (select count(*) from led where own > 0),
      'most', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'code', code,
        'name', ${unitName(sql`most.id`, sql`${today}::date`)}) order by own desc, code), '[]') from most),
      'all', (select coalesce(jsonb_object_agg(id, all_of_it), '{}') from led)))`;
}

const noneLate = sql`'{"of": 0, "most": [], "all": {}}'::jsonb`;

/** What `conditionsOf` asks of `r` and `u`, from the row alone; the unit is looked at only where somebody asks for it. */
const withTheRest = sql`cross join lateral (select p.recommendation_id as id, p.unit_id, p.received_on) r
  cross join lateral (select (select there.until_on from unit there where there.id = p.unit_id) as until_on) u`;

/**
 * The rows in which any of the questions can find something: of the registers that are read whole, of what is given or handed
 * over to the actor or came from their village; where the registers are too many, of those of their own units.
 */
function candidates(
  questions: readonly Partial<MatterFilter>[],
  { subtreeOf, assignedTo, runs, handedOver = [], villages }: ReadScope,
  registers: Registers,
  known: Known,
  today: string,
) {
  // Whatever is open is found by its own index; of what has ended only a part is looked for, each part once.
  const asked = questions.map((one) => matterFilter.parse({ ...one, own: undefined }));
  const ended = new Map(
    questions.flatMap((one, at) =>
      findsOpenOnly(matterFilter.parse(one)) ? [] : [[JSON.stringify(asked[at]), asked[at]!] as const],
    ),
  );
  const sure = [...ended.values()].map((one) => surelyFound(one, today, known));
  const kinds = [
    ...(questions.length > 0 ? [sql<boolean>`p.is_open`] : []),
    ...(sure.length > 0 ? [sql<boolean>`not p.is_open and (${sql.join(sure, sql` or `)})`] : []),
  ];
  const units = sql`any(${[...(registers.units ?? subtreeOf)]}::uuid[])`;
  const given = [...assignedTo, ...runs];
  const elsewhere = [
    given.length > 0 ? mattersGivenTo(given) : null,
    handedOver.length > 0 ? sql`select unnest(${[...handedOver]}::uuid[]) as recommendation_id` : null,
    villages.length > 0 ? mattersOfVillages(villages) : null,
    registers.units === null
      ? sql`select no.recommendation_id from standing_event no where ${noThatStands}`
      : null,
    subtreeOf.length > 0
      ? sql`select kept.recommendation_id from present_matter kept
          where kept.keeper_id <> kept.unit_id and kept.keeper_id = any(${[...subtreeOf]}::uuid[])`
      : null,
  ].filter((each) => each !== null);
  const sources = kinds.flatMap((kind) => [
    subtreeOf.length > 0
      ? sql`select p.* from present_matter p where p.unit_id = ${units} and ${kind}`
      : null,
    elsewhere.length > 0
      ? sql`select p.* from (select distinct given.recommendation_id as id from (${sql.join(elsewhere, sql` union all `)}) given offset 0) far
          cross join lateral (select p.* from present_matter p where p.recommendation_id = far.id offset 0) p
          where not p.unit_id = ${units} and ${kind}`
      : null,
  ]);
  const there = sources.filter((each) => each !== null);
  return there.length > 0
    ? sql.join(there, sql` union all `)
    : sql`select p.* from present_matter p where false`;
}

/** The registers whose every matter is read are known by their unit; of the others each matter is looked at. */
function knownHere(scope: ReadScope, { whole }: Registers, today: string): Known {
  const known = knownOf(scope, today);
  if (whole === null) return { ...known, readable: sql<boolean>`true`, readableUngiven: sql<boolean>`true` };
  if (whole.length === 0) return known;
  const orWhole = (other: Condition) => sql<boolean>`(p.unit_id = any(${[...whole]}::uuid[]) or ${other})`;
  return { ...known, readable: orWhole(known.readable), readableUngiven: orWhole(known.readableUngiven) };
}

/** In the register of a unit that one reads whole, or handed over to it. */
function readableOwn(scope: ReadScope, registers: Registers, today: string): Condition {
  return knownHere({ ...scope, assignedTo: [], runs: [], villages: [] }, registers, today).readable;
}
