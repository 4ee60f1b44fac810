import type { DB } from "#db";
import { sql, type Kysely, type RawBuilder } from "kysely";
import { withHeirs } from "./heirs.store.ts";

/** Whether anybody reviews on a day, in a unit or above it, what is held there as a complaint or a denunciation. */
export const reviewedOn = (unit: RawBuilder<unknown>, day: string) =>
  sql<boolean>`exists (
  select from post where ${day}::date between post.from_on and post.until_on and post.capacity = 'complaint_reviewer'
    and (post.unit_id = ${unit} or post.unit_id in (select a.ancestor_id from unit_ancestry a
      where a.descendant_id = ${unit} and ${day}::date between a.from_on and a.until_on)))`;

/** The same of one unit by its id, or of those that carry its work on: what is held there waits for nobody otherwise. */
export async function isReviewed(db: Kysely<DB>, unitId: string, day: string): Promise<boolean> {
  const { rows } = await sql<{ reviewed: boolean }>`
    select bool_or(${reviewedOn(sql`here.id`, day)}) as reviewed
    from unnest(${await withHeirs(db, [unitId])}::uuid[]) here(id)`.execute(db);
  return rows[0]!.reviewed;
}
