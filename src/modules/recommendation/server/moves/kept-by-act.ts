import { sql, type RawBuilder } from "kysely";

/**
 * The part `kept` of a statement: in what takes its rows from it, the triggers leave how a matter stands at present, and whose
 * names are withheld, to the act. It writes them itself, or writes a fact besides, by which they are derived once.
 * It holds for the rest of the transaction, or until `keptNoMore`.
 */
export function keptByAct(after: string): RawBuilder<unknown> {
  return sql`kept as materialized (select set_config('doi_thoai.kept_by_act', 'yes', true) from ${sql.table(after)})`;
}

/** What the statement selects where more is written after it. */
export const keptNoMore = sql`set_config('doi_thoai.kept_by_act', '', true)`;
