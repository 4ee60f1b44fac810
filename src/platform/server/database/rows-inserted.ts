import type { DB } from "#db";
import { sql, type RawBuilder } from "kysely";

/**
 * An `insert` of some rows as a part of a larger statement: the same text for any number of them, none included, so that its
 * plan is kept. `after` is the part from whose one row it is done; values are those of JSON.
 */
export function rowsInserted<Table extends keyof DB & string>(
  table: Table,
  columns: readonly (keyof DB[Table] & string)[],
  rows: readonly object[],
  after: string,
): RawBuilder<unknown> {
  const named = (alias?: string) =>
    sql.join(columns.map((column) => sql.ref(alias ? `${alias}.${column}` : column)));
  return sql`insert into ${sql.table(table)} (${named()}) select ${named("given")}
    from ${sql.table(after)} cross join json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json) given`;
}
