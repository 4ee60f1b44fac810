import { sql } from "kysely";
import type { Scope, Sql } from "./scope.ts";

/**
 * Whether a plan binds on the report's day, and none that is in force by then has taken its place. It is asked of a
 * report's scope, as of a day and as known on one, so the report keeps it; planning, which stands above, asks it too.
 */
export function binding(scope: Scope, plan: string): Sql {
  return sql`(${inForce(scope, plan)} and not exists (select from plan later
    where later.replaces_id = ${sql.ref(`${plan}.id`)} and ${inForce(scope, "later")}))`;
}

/** A plan binds once it is issued; an old one of which only the year is known, from the first. A draft never does. */
function inForce(scope: Scope, plan: string): Sql {
  const issued = sql.ref(`${plan}.issued_on`);
  return sql`(not ${sql.ref(`${plan}.is_draft`)} and (${issued} is null or ${issued} <= ${scope.asOf})
    and ${scope.known(plan)})`;
}
