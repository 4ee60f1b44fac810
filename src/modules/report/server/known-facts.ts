import { sql } from "kysely";
import type { Scope, Sql } from "./scope.ts";

/** On which day a matter came in, or to which field it belonged, as was known then. */
export function asKnown(scope: Scope, matter: string, column: "received_on" | "field_code"): Sql {
  const now = sql.ref(`${matter}.${column}`);
  if (scope.knownUntil === null) return now;
  return sql`coalesce((select ${sql.ref(`c.${column}`)} from recommendation_correction c
    where c.recommendation_id = ${sql.ref(`${matter}.id`)} and c.recorded_at >= ${scope.knownUntil}
    order by c.version limit 1), ${now})`;
}

/** A fact dated no later than the day of the report, or another, that was known then, and not known to be a mistake. */
export function knownFact(scope: Scope, event: string, day: string = scope.asOf): Sql {
  return sql`${sql.ref(`${event}.on_date`)} <= ${day} and ${scope.known(event)} and not exists (
    select from recommendation_annulment wrong
    where wrong.event_id = ${sql.ref(`${event}.id`)} and ${scope.known("wrong")})`;
}
