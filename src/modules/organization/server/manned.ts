import type { DB } from "#db";
import type { Capacity } from "#kernel/actor.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";

/** Whether anybody holds a post of one of these capacities in a unit on a day, or in one that carries its work on. */
export const mannedOn = (unit: RawBuilder<unknown>, day: string, capacities: readonly Capacity[]) =>
  sql<boolean>`exists (
  select from post where ${sql`${day}::date`} between post.from_on and post.until_on
    and post.capacity = any(${[...capacities]}::text[])
    and (post.unit_id = ${unit} or post.unit_id in (
      select h.to_unit_id from handed_over_unit h where h.from_unit_id = ${unit})))`;

/** The same of one unit by its id. */
export async function isManned(
  db: Kysely<DB>,
  unitId: string,
  day: string,
  capacities: readonly Capacity[],
): Promise<boolean> {
  const { rows } = await sql<{ manned: boolean }>`
    select ${mannedOn(sql`${unitId}::uuid`, day, capacities)} as manned`.execute(db);
  return rows[0]!.manned;
}
