import { unitName } from "#modules/organization/server/index.ts";
import type { DB } from "#db";
import { sql, type Kysely, type RawBuilder } from "kysely";
import { matterFilter, narrowedBy, type MatterFilter } from "./matter-filter.ts";
import { isThere, placesOf, seesAnything, type Registers } from "./registers-whole.ts";

// How many there are of what in the registers that somebody reads whole: what was counted, and what has changed since
// (decision 43). The numbers that follow the calendar are those of a day; on any other day the matters themselves are counted.

/** What is counted of each register, as a list is asked for it; the names are those of the columns. */
const tallied = {
  open: { view: "open" },
  overdue: { view: "overdue" },
  due_week: { due: "week" },
  unruled: { status: "awaiting_ruling" },
  unassigned: { status: "awaiting_assignment" },
  passed_up: { class: "passed_up" },
  blocked: { class: "blocked" },
  answered: { status: "answered" },
  unsettled: { unsettled: "yes" },
  paper_replies: { paper_reply: "yes" },
} as const satisfies Record<string, Partial<MatterFilter>>;
type Tally = keyof typeof tallied;
export const tallies = Object.keys(tallied) as Tally[];
const filters = Object.fromEntries(tallies.map((name) => [name, matterFilter.parse(tallied[name])]));
const written = (filter: MatterFilter) => JSON.stringify({ ...filter, own: undefined });
const tallyBy = new Map(tallies.map((name) => [written(filters[name]!), name]));

/** The number that a question is told by; it is counted with all else that one's unit deals with. @throws where there is none */
export function tallyOf(filter: MatterFilter): Tally {
  const found = tallyBy.get(written(filter));
  if (!found || (filter.own !== undefined && filter.own !== "ours"))
    throw new Error(`Nothing is counted of each register by ${JSON.stringify(filter)}.`);
  return found;
}

/** Adds up what has changed since, and on a new day counts everything. @param today a day in Việt Nam */
export async function countRegisters(db: Kysely<DB>, today: string): Promise<void> {
  await sql`select count_registers(${today}::date)`.execute(db);
}

/** Under this unit stands what there is in all registers together. */
export const everywhere = sql`'00000000-0000-0000-0000-000000000000'::uuid`;
const isOfDay = (today: string) => sql`(select day = ${today}::date from tally_day) is true`;

/** The end of the week in which the changes are due, as the filter says it: its Sunday. */
function dueBy(today: string) {
  const date = Temporal.PlainDate.from(today);
  return date.add({ days: 7 - date.dayOfWeek }).toString();
}

/** By how much a row `c` of `register_change` changes a tally. */
export function changeOf(name: Tally, today: string): RawBuilder<unknown> {
  if (name === "overdue") return sql`case when c.due_on < ${today}::date then c.in_hand else 0 end`;
  if (name === "due_week")
    return sql`case when c.due_on between ${today}::date and ${dueBy(today)}::date then c.in_hand else 0 end`;
  return sql.ref(`c.${name}`);
}

/** 1 where a matter `p` is counted in a tally, else 0; `seen` is whether its words are read. */
export function countedAs(name: Tally, today: string, seen: RawBuilder<boolean>): RawBuilder<unknown> {
  return sql`(${sql.join(narrowedBy(filters[name]!, today, {}, seen), sql` and `)})::int`;
}

/** One row with a number for each of some tallies. */
export function numbersIn(
  registers: Registers,
  wanted: readonly Tally[],
  today: string,
): RawBuilder<unknown> {
  const here = registers.whole === null ? sql`t.unit_id = ${everywhere}` : sql`t.unit_id = place.unit_id`;
  const seen = sql<boolean>`(p.hidden is null or place.sees)`;
  const kept = wanted.map((name) => sql.ref(`t.${name}`));
  const since = wanted.map((name) => changeOf(name, today));
  const each = wanted.map((name) => countedAs(name, today, seen));
  const sums = wanted.map((name) => sql`coalesce(sum(${sql.ref(`one.${name}`)}), 0) as ${sql.ref(name)}`);
  const columns = sql.join(wanted.map((name) => sql.ref(name)));
  return sql`select ${sql.join(sums)} from (
    select ${sql.join(kept)} from ${placesOf(registers)} join register_tally t on ${here} and (not t.hidden or place.sees)
      where ${isOfDay(today)}
    union all
    select ${sql.join(since)} from ${placesOf(registers)} join register_change c on ${isThere(registers, sql.ref("c.unit_id"))}
      and (not c.hidden or place.sees) where ${isOfDay(today)}
    union all
    select ${sql.join(each)} from ${placesOf(registers)} join present_matter p on ${isThere(registers, sql.ref("p.unit_id"))}
      where not ${isOfDay(today)} and (p.is_open or p.unsettled or p.status = 'answered')) one(${columns})`;
}

/**
 * Of so many agencies with the most that is late in the registers: `id`, `code`, `name`, `late`; `of` is how many agencies have
 * any. What is hidden is counted for whoever sees it there, as the list that the number opens has it. `beside` are further rows
 * of leads and how much is late with each.
 */
export function latestIn(
  registers: Registers,
  beside: RawBuilder<unknown>,
  size: number,
  today: string,
): RawBuilder<unknown> {
  // The tallies have nothing of what is held, and no order tells its date: there is so little of it that it is looked at.
  const held = seesAnything(registers)
    ? sql`union all select p.lead_id, 1 from ${placesOf(registers)}
      join present_matter p on ${isThere(registers, sql.ref("p.unit_id"))}
      where place.sees and p.hidden = 'held' and p.is_open and p.class = 'in_hand' and p.due_on < ${today}::date
        and p.lead_id is not null`
    : sql``;
  const changed = sql`select one.lead_id, sum(one.late) as late from (
    select c.lead_id, c.in_hand from ${placesOf(registers)}
      join register_change c on ${isThere(registers, sql.ref("c.unit_id"))}
      where c.lead_id is not null and not c.hidden and c.due_on < ${today}::date
    ${held}) one(lead_id, late) group by one.lead_id`;
  const counted = sql`select one.lead_id, sum(one.late) as late from (
    select p.lead_id, 1 from ${placesOf(registers)}
      join present_matter p on ${isThere(registers, sql.ref("p.unit_id"))}
      where p.is_open and p.class = 'in_hand' and p.sort_due_on < ${today}::date
        and p.lead_id is not null and p.hidden is null
    ${held}) one(lead_id, late) where not ${isOfDay(today)} group by one.lead_id`;
  const first = sql`late > 0 order by late desc fetch first (${size}::int) rows with ties`;
  // Of all registers an index has the most first; only of whom anything has changed the sum is made here.
  const kept =
    registers.whole === null
      ? sql`
    since as materialized (${changed}),
    touched as materialized (select since.lead_id, since.late + coalesce(t.late, 0) as late from since
      left join late_tally t on t.unit_id = ${everywhere} and t.lead_id = since.lead_id where ${isOfDay(today)}),
    untouched as (select t.lead_id, t.late from late_tally t where t.unit_id = ${everywhere} and t.late > 0
      and t.lead_id not in (select lead_id from touched) and ${isOfDay(today)}),
    led as materialized (
      select lead_id, late from touched union all (select lead_id, late from untouched where ${first})
      union all ${counted}),
    led_by as (select (select count(*) from untouched) + (select count(*) from touched where late > 0)
      + case when ${isOfDay(today)} then 0 else (select count(*) from led) end as of)`
      : sql`
    led as materialized (
      select lead_id, sum(late) as late from (
        select t.lead_id, t.late from ${placesOf(registers)} join late_tally t on t.unit_id = place.unit_id and t.late > 0
          where ${isOfDay(today)}
        union all select since.lead_id, since.late from (${changed}) since where ${isOfDay(today)}
        union all ${counted}
        union all ${beside}) each group by lead_id),
    led_by as (select count(*) as of from led where late > 0)`;
  return sql`with ${kept},
    most as (select lead.id, lead.code, led.late from led join unit lead on lead.id = led.lead_id where led.late > 0
      order by led.late desc, lead.code limit ${size}::int)
    select most.id, most.code, ${unitName(sql`most.id`, sql`${today}::date`)} as name, most.late, led_by.of
    from most cross join led_by`;
}
