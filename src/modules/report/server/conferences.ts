import { sql } from "kysely";
import { binding } from "./binding-plans.ts";
import type { Scope, Sql } from "./scope.ts";

/** `held`: conferences of the period; one still being prepared, or called off, is not among them. Served by conference_held. */
export function heldTable(scope: Scope): Sql {
  return sql`
    held as (
      select c.id, c.unit_id, c.form, u.kind as level, c.held_on, c.attendances, ${isCovered(scope, sql`c.held_on`)} as covered
      from ${scope.place} as place
      join ${conferencesAsKnown(scope)} c on c.unit_id = place.unit_id and c.held_on between place.from_on and place.until_on
      join unit u on u.id = c.unit_id
      where c.held_on between ${scope.from} and ${scope.end}
        and ${isHeld(scope)}),
    turns_taken as (
      select t.id, t.conference_id, held.held_on, held.unit_id
      from held join turn t on t.conference_id = held.id where ${scope.known("t")}),
    balloted as (
      select b.*, b.very_satisfied + b.satisfied as pleased, held.held_on
      from held join ballot_count b on b.conference_id = held.id where ${scope.knownPeriod("b")})`;
}

/** As known on a day a conference said what the first change after that day kept. Changed ones are few, and found by when. */
function conferencesAsKnown({ knownUntil }: Scope): Sql {
  if (knownUntil === null) return sql`conference`;
  const since = sql`conference_version k where k.superseded_at >= ${knownUntil}`;
  return sql`(
    select n.id, n.unit_id, n.form, n.held_on, n.attendances, n.held_recorded_at, n.taken_for_held_at, n.called_off_recorded_at
    from conference n where not exists (select from ${since} and k.conference_id = n.id)
    union all
    select n.id, n.unit_id, earlier.form, earlier.held_on, earlier.attendances, n.held_recorded_at, n.taken_for_held_at,
      n.called_off_recorded_at
    from (select distinct on (k.conference_id) k.conference_id, k.form, k.held_on, k.attendances
      from ${since} order by k.conference_id, k.version) earlier
    join conference n on n.id = earlier.conference_id)`;
}

/** One that was taken for held by mistake counts as long as it was known as held. */
function isHeld(scope: Scope): Sql {
  const held = sql`(c.held_recorded_at is not null and ${scope.known("c", "held_recorded_at")})`;
  if (scope.knownUntil === null) return held;
  return sql`(${held} or (c.taken_for_held_at < ${scope.knownUntil} and c.called_off_recorded_at >= ${scope.knownUntil}))`;
}

/** Whether the day's year counts: it does, whole, when its 1 January is in the period. */
function isCovered(scope: Scope, day: Sql): Sql {
  return sql`date_trunc('year', ${day}::timestamp)::date between ${scope.from} and ${scope.to}`;
}

/**
 * `asked`: what plans in force on the day ask of units, by year; where several plans ask the same unit in the same
 * year (its own repeating the one above), the largest: one conference answers both.
 * `plan_line`: one line a unit; its own conferences, not those of units below, are held against it.
 * The unit is covered if it is on New Year's Day, or on its first day where it began later. Needs `held`.
 */
export function planTables(scope: Scope): Sql {
  const newYear = sql`make_date(p.year, 1, 1)`;
  return sql`
    asked as (
      select q.unit_id, p.year, max(q.required) as required
      from plan p join plan_requirement q on q.plan_id = p.id
      join unit u on u.id = q.unit_id
      join ${scope.place} as place on place.unit_id = q.unit_id
        and greatest(${newYear}, u.from_on) between place.from_on and place.until_on
      where ${newYear} between ${scope.from} and ${scope.to}
        and ${binding(scope, "p")}
      group by q.unit_id, p.year),
    plan_line as (
      select a.unit_id, a.required, coalesce(h.held, 0) as held, greatest(0, a.required - coalesce(h.held, 0)) as shortfall
      from (select unit_id, sum(required)::int as required from asked group by unit_id) a
      left join (select unit_id, count(*)::int as held from held where covered group by unit_id) h using (unit_id))`;
}

/** How many conferences, by name of something. */
export const heldTallies = { by_form: sql`form`, by_level: sql`level` } satisfies Record<string, Sql>;
