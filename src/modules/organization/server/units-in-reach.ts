import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { nameOrder } from "#platform/server/database/name-order.ts";
import { sql, type Kysely } from "kysely";
import { readScope } from "./read-scope.ts";

export type UnitInReach = { readonly code: string; readonly name: string; readonly depth: number };

const MOST = 400;

/**
 * The units that an actor can ask a report of: those of their posts with what they carry on, and the places one
 * level below each, and below the unit that is being looked at; those that have ended stand behind the others. Villages and agencies have no report of their own.
 */
export async function unitsInReach(
  db: Kysely<DB>,
  actor: Actor,
  { current, today }: { current: string | null; today: string },
): Promise<UnitInReach[]> {
  const { subtreeOf } = await readScope(db, actor);
  const { rows } = await sql<UnitInReach>`
    with own as (select id from unit where id = any(${[...subtreeOf]}::uuid[])),
    looked as (select u.id from unit u where u.code = ${current} and exists (
      select from unit_ancestry a where a.descendant_id = u.id and a.ancestor_id in (select id from own))),
    reach as (
      select a.descendant_id as id, min(a.depth) as depth from unit_ancestry a
      join unit below on below.id = a.descendant_id
      where a.ancestor_id in (select id from own union select id from looked) and a.depth <= 1
        and least(below.until_on, ${today}::date) between a.from_on and a.until_on
      group by a.descendant_id
      union
      select a.ancestor_id, 0 from unit_ancestry a join looked on looked.id = a.descendant_id
      where a.depth > 0 and exists (select from unit_ancestry b
        where b.descendant_id = a.ancestor_id and b.ancestor_id in (select id from own)))
    select u.code, coalesce(n.name, u.code) as name, min(reach.depth)::int as depth from reach
    join unit u on u.id = reach.id and u.kind not in ('village', 'agency', 'organisation')
    left join unit_name n on n.unit_id = u.id
      and greatest(u.from_on, least(u.until_on, ${today}::date)) between n.from_on and n.until_on
    group by u.code, n.name, u.until_on
    order by min(reach.depth), u.until_on < ${today}::date, ${nameOrder(sql`n.name`)} nulls last, u.code limit ${MOST}`.execute(
    db,
  );
  return rows;
}

/** Units by code, as they are called on a day or on the nearest day on which they exist. */
export async function unitNames(
  db: Kysely<DB>,
  codes: readonly string[],
  day: string,
): Promise<Record<string, string>> {
  const { rows } = await sql<{ code: string; name: string }>`
    select u.code, n.name from unit u join unit_name n on n.unit_id = u.id
      and greatest(u.from_on, least(u.until_on, ${day}::date)) between n.from_on and n.until_on
    where u.code = any(${[...codes]})`.execute(db);
  return Object.fromEntries(rows.map(({ code, name }) => [code, name]));
}
