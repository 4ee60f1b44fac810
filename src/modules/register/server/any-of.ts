import { sql } from "kysely";

/** `= any(…)` for a list of any length: one parameter, one plan. */
export function anyOf(ids: readonly string[]) {
  return sql<string>`any(${[...ids]}::uuid[])`;
}

/** The name of a record in files: the one it came with, otherwise its own. */
export const refOf = (table: string, own: string) =>
  sql<string>`coalesce(${sql.ref(`${table}.ref`)}, ${sql.ref(`${table}.${own}`)}::text)`;
