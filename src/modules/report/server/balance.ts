import { sql } from "kysely";
import { mattersHere } from "./matters.ts";
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
    moved as (
      ${periodsWhere(scope, sql`s.is_open and s.left_on > ${scope.eve} and s.entered_on <= ${scope.end}`)}
      union all
      ${periodsWhere(scope, sql`not s.is_open and s.was_open is distinct from s.is_open and s.entered_on between ${scope.from} and ${scope.end}`)})`;
}

function periodsWhere(scope: Scope, condition: Sql): Sql {
  return sql`
      select s.id as move_id, here.id, here.received_on, s.entered_on, s.left_on, s.is_open, s.was_open,
        s.class, s.due_on, s.lead_id
      from here join state_period s on s.recommendation_id = here.id
      where ${condition} and ${scope.knownPeriod("s")}`;
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
