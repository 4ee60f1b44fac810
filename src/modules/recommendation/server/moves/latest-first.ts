import { sql, type RawBuilder } from "kysely";

// What holds of a matter follows its facts by day, on one day by entry: `byDay` is the same rule outside the database.

/** The order in which the first of some facts is the one that holds; `fact` is its name in the query. */
export function latestFirst(fact: string): RawBuilder<unknown> {
  const [day, entry] = placeOf(fact);
  return sql`${day} desc, ${entry} desc`;
}

/** Whether one fact of a matter comes before another of it. */
export function comesBefore(fact: string, other: string): RawBuilder<boolean> {
  return sql<boolean>`((${sql.join(placeOf(fact))}) < (${sql.join(placeOf(other))}))`;
}

function placeOf(fact: string) {
  return [sql.ref(`${fact}.on_date`), sql.ref(`${fact}.sequence`)] as const;
}
