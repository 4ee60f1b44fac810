import { sql } from "kysely";
import { mattersHere } from "./matters.ts";
import { raisedAgainAbove } from "./raised-again-above.ts";
import type { Scope, Sql } from "./scope.ts";

/**
 * Periods of matters of any age that the balance counts: the open ones that touch its days, from the eve of the period to
 * its end, and the moves within it that ended in a closed one. A move is the beginning of a period of another kind; one
 * that holds no day (left on the day it was entered) is a move too. Served by state_period_open and state_period_moved
 * for much of a nation, by state_period_of for one commune.
 */
export function movedTable(scope: Scope): Sql {
  return sql`
    here as (${mattersHere(scope, sql`r.id, r.received_on`, sql`r.received_on <= ${scope.end}`)}),
    again as materialized (select * from ${raisedAgainAbove(scope, scope.end)} again),
    moved as (
      ${periodsWhere(scope, sql`s.is_open and s.left_on > ${scope.eve} and s.entered_on <= ${scope.end}`)}
      union all
      ${periodsWhere(scope, sql`not s.is_open and s.was_open is distinct from s.is_open and s.entered_on between ${scope.from} and ${scope.end}`)}
      union all
      ${closedAbove(scope)})`;
}

/** What goes on in another above from a day is open, by a period of its own, no longer than to that day; what comes after is that one's. */
function closedAbove(scope: Scope): Sql {
  return sql`
      select last.id, here.id, here.received_on, again.since, 'infinity'::date, false, true, 'duplicate', last.due_on, last.lead_id
      from here join again on again.id = here.id cross join lateral (
        select s.* from state_period s where s.recommendation_id = here.id and s.entered_on <= again.since
          and ${scope.knownPeriod("s")} order by s.ordinal desc limit 1) last
      where last.is_open and again.since between ${scope.from} and ${scope.end}`;
}

function periodsWhere(scope: Scope, condition: Sql): Sql {
  return sql`
      select s.id as move_id, here.id, here.received_on, s.entered_on, least(s.left_on, again.since) as left_on, s.is_open,
        s.was_open, s.class, s.due_on, s.lead_id
      from here join state_period s on s.recommendation_id = here.id left join again on again.id = here.id
      where ${condition} and ${scope.knownPeriod("s")} and (again.since is null or s.entered_on <= again.since)`;
}

/** Each figure of the balance as a condition on a row of `moved`. */
export function balanceFigures(scope: Scope) {
  const inPeriod = sql`entered_on between ${scope.from} and ${scope.end}`;
  const openOn = (day: string) => sql`is_open and entered_on <= ${day} and left_on > ${day}`;
  return {
    opening: openOn(scope.eve),
    new: sql`was_open is null and ${inPeriod}`,
    reopened: sql`was_open = false and is_open and ${inPeriod}`,
    closed: sql`was_open and not is_open and ${inPeriod}`,
    closing: openOn(scope.end),
  } satisfies Record<string, Sql>;
}

export type BalanceFigure = keyof ReturnType<typeof balanceFigures>;
