import { sql, type RawBuilder } from "kysely";

/** `= any(…)` for a list of any length: one parameter, one plan. */
export function anyOf(ids: readonly string[]) {
  return sql<string>`any(${[...ids]}::uuid[])`;
}

/** The name of a record in files: the one it came with, otherwise its own. */
export const refOf = (table: string, own: string) =>
  sql<string>`coalesce(${sql.ref(`${table}.ref`)}, ${sql.ref(`${table}.${own}`)}::text)`;

/** Whether a record goes out: that of the unit in this column, on this day. */
export type RecordsHere = (unit: string, on: RawBuilder<unknown>) => RawBuilder<boolean>;

/** All records of these units, of any day. */
export function recordsOfUnits(ids: readonly string[]): RecordsHere {
  return (unit) => sql<boolean>`${sql.ref(unit)} = ${anyOf(ids)}`;
}
