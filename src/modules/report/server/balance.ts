import { sql } from "kysely";
import { mattersHere } from "./matters.ts";
import type { Scope, Sql } from "./scope.ts";

/**
 * Periods of matters of any age that touch the days of the balance: from the eve of the period to its end. A move is
 * the beginning of a period of another kind; one that holds no day (left on the day it was entered) is a move too.
 */
export function movedTable(scope: Scope): Sql {
  return sql`
    moved as (
      select s.id as move_id, here.id, here.received_on, s.entered_on, s.left_on, s.is_open, s.was_open,
        s.class, s.due_on, s.lead_id
      from (${mattersHere(scope, sql`r.id, r.received_on`, sql`r.received_on <= ${scope.end}`)}) as here
      join state_period s on s.recommendation_id = here.id
      where s.entered_on <= ${scope.end} and s.left_on > ${scope.eve} and ${scope.knownPeriod("s")})`;
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
