import type { DB } from "#db";
import { sql, type Kysely } from "kysely";

/**
 * The matters that units which go on handed over to any of these: only they are read there, not the rest of the unit.
 * Where a unit has ended, its heirs read all of it, as `withPredecessors` says.
 */
export async function handedOverTo(db: Kysely<DB>, unitIds: readonly string[]): Promise<string[]> {
  if (unitIds.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select distinct l.recommendation_id as id from hand_over_line l
    join hand_over h on h.id = l.hand_over_id
    join unit u on u.id = h.from_unit_id and u.until_on = 'infinity'
    where l.is_owner and l.to_unit_id = any(${[...unitIds]}::uuid[])`.execute(db);
  return rows.map(({ id }) => id);
}
