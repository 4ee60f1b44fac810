import { Problem } from "#kernel/problem.ts";
import { existsOn, type Unit } from "#modules/organization/unit.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import { reportProblems as problems } from "../problems.ts";
import type { Sql } from "./scope.ts";

type PresentPlace = { readonly place: Sql; readonly estimate: boolean };
type Days = { readonly from: string; readonly today: string };

/**
 * The units whose records count for a unit of today. Each unit, going upward from itself, is carried on by its
 * successor where it has ended (the first by code where it was divided among several), by the unit it stood under
 * where it has none (an abolished district), and otherwise belongs to its present parent.
 *
 * The figures are an estimate where a unit with records of the period was divided, wholly or in part, and some of
 * its parts lie in this subtree and some outside: nobody can say which record would have gone where.
 * @throws Problem `unit_not_present`
 */
export async function presentPlace(db: Kysely<DB>, unit: Unit, days: Days): Promise<PresentPlace> {
  const { rows } = await sql<{ present: boolean; ids: string[]; estimate: boolean }>`
    with recursive ${onward(days.today)}, ${below(unit.id)}
    select (select ended_on is null from onward where id = ${unit.id}) as present,
      (select coalesce(array_agg(id), '{}') from below) as ids,
      ${divided(days)} as estimate`.execute(db);
  const [{ present, ids, estimate }] = rows as [(typeof rows)[number]];
  if (!present || !existsOn(unit, days.today))
    throw new Problem(problems.unit_not_present, { values: { unit: unit.code }, field: "unit" });
  return { place: placeOf(ids), estimate };
}

function placeOf(ids: readonly string[]): Sql {
  return sql`(select unit_id, '-infinity'::date as from_on, 'infinity'::date as until_on
    from unnest(${[...ids]}::uuid[]) as there(unit_id))`;
}

/** For every unit the one that its records count for next, going upward: successor or parent. */
function onward(today: string): Sql {
  return sql`
    gone_over as (
      select mine.unit_id as id, s.on_date, (array_agg(heir.unit_id order by u.code))[1] as heir_id
      from unit_succession s
      join unit_succession_side mine on mine.succession_id = s.id and mine.side = 'from'
      join unit_succession_side heir on heir.succession_id = s.id and heir.side = 'to'
      join unit u on u.id = heir.unit_id
      where s.on_date <= ${today} and s.kind in ('rename', 'merge', 'split', 'partial')
        and not exists (select from unit_succession_side stays
          where stays.succession_id = s.id and stays.side = 'to' and stays.unit_id = mine.unit_id)
        and (s.kind <> 'partial' or exists (select from unit e where e.id = mine.unit_id and e.until_on < ${today}))
      group by mine.unit_id, s.id, s.on_date
    ),
    carried_on as (select distinct on (id) id, on_date, heir_id from gone_over order by id, on_date desc, heir_id),
    onward as materialized (
      select u.id, c.on_date as ended_on, c.heir_id as next_id from unit u join carried_on c on c.id = u.id
      union all
      select u.id, case when u.until_on < ${today} then u.until_on end, p.parent_id
      from unit u
      left join lateral (
        select parent_id from unit_parent p where p.unit_id = u.id and p.from_on <= least(u.until_on, ${today}::date)
        order by p.from_on desc limit 1) p on true
      where not exists (select from carried_on c where c.id = u.id)
    )`;
}

function below(unitId: string): Sql {
  return sql`
    below as (
      select ${unitId}::uuid as id
      union
      select o.id from onward o join below b on o.next_id = b.id
    )`;
}

/** Divided since the period began: parts on both sides of the subtree's edge, and records to tell apart. */
function divided({ from, today }: Days): Sql {
  return sql`exists (
    select from unit_succession s
    where s.on_date > ${from} and s.on_date <= ${today}
      and (s.kind = 'partial' or s.kind = 'split')
      and (select count(distinct part.unit_id in (select id from below)) = 2
        from unit_succession_side part where part.succession_id = s.id
          and (part.side = 'to' or s.kind = 'partial'))
      and exists (
        select from unit_succession_side whole where whole.succession_id = s.id and whole.side = 'from' and (
          exists (select from recommendation r
            where r.unit_id = whole.unit_id and r.received_on >= ${from} and r.received_on < s.on_date)
          or exists (select from conference c
            where c.unit_id = whole.unit_id and c.held_recorded_at is not null and c.held_on >= ${from} and c.held_on < s.on_date))))`;
}
