import { withPredecessors } from "#modules/organization/server/index.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";

/** What a report of a unit is best asked about first. */
export type FirstQuestion = {
  /** The latest year in which something happened there; null where nothing has. */
  readonly year: number | null;
  /** Whether the unit carries on the work of others, which its figures as was do not count. */
  readonly carriesOn: boolean;
};

/** One look into an index for each unit of the subtree, whatever the number of records. */
export async function firstQuestion(db: Kysely<DB>, unitCode: string): Promise<FirstQuestion> {
  const unit = await db.selectFrom("unit").select("id").where("code", "=", unitCode).executeTakeFirst();
  if (!unit) return { year: null, carriesOn: false };
  const line = await withPredecessors(db, [unit.id]);
  const { rows } = await sql<{ year: number | null }>`
    with below as (select distinct descendant_id as id from unit_ancestry where ancestor_id = ${unit.id})
    select extract(year from greatest(
      (select max(last) from below, lateral (
        select max(received_on) as last from recommendation where unit_id = below.id) as matters),
      (select max(last) from below, lateral (
        select max(held_on) as last from conference where unit_id = below.id and held_recorded_at is not null) as conferences)))::int as year`.execute(
    db,
  );
  return { year: rows[0]?.year ?? null, carriesOn: line.length > 1 };
}
