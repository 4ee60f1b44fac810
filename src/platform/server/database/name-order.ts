import { sql, type RawBuilder } from "kysely";

/** What a list of names is ordered by, in the database as `inVietnameseOrder` does: `order by ${nameOrder(sql`n.name`)}`. */
export function nameOrder(name: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`plain_signs(${name}) collate vietnamese`;
}
