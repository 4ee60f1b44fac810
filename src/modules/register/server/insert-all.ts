import type { DB } from "#db";
import type { Insertable, Transaction } from "kysely";
import { slices } from "./import-work.ts";

type Table = "plan_requirement" | "conference" | "turn" | "ballot" | "period_return_value";

/** Writes rows, a thousand a statement: a statement takes at most 65,535 values. */
export async function insertAll<T extends Table>(
  trx: Transaction<DB>,
  table: T,
  rows: readonly Insertable<DB[T]>[],
) {
  for (const some of slices(rows, 1000)) {
    await trx
      .insertInto(table)
      .values(some as never)
      .execute();
  }
}
