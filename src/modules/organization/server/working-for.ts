import type { DB } from "#db";
import { rememberedWhereProven } from "#platform/server/database/remembered.ts";
import { sql, type Kysely } from "kysely";
import { withHeirs } from "./unit.store.ts";

/**
 * Which of some units work for a unit on a day, so that it may give them its work and show them what it is about: itself
 * or whoever carries its work on, and what lies below these. What is above or beside it is asked, not told.
 */
export async function workingFor(
  db: Kysely<DB>,
  unitId: string,
  unitIds: readonly string[],
  on: string,
): Promise<ReadonlySet<string>> {
  if (unitIds.length === 0) return new Set();
  const keepers = await withHeirs(db, [unitId]);
  return new Set(await lyingBelow(db, unitIds, keepers, on));
}

const lyingBelow = rememberedWhereProven(
  async (db: Kysely<DB>, unitIds: readonly string[], above: readonly string[], on: string) => {
    const { rows } = await sql<{ id: string }>`
      select distinct descendant_id as id from unit_ancestry
      where descendant_id = any(${[...unitIds]}::uuid[]) and ancestor_id = any(${[...above]}::uuid[])
        and (depth = 0 or ${on}::date between from_on and until_on)`.execute(db);
    return rows.map(({ id }) => id);
  },
);

/**
 * Of pairs of a unit and one that it once gave work to: those where the other works for the unit, or for one before or
 * after it, or did at some time. For what is brought in from the past; `beside` where it went over to the units around.
 */
export async function everWorkedFor(
  db: Kysely<DB>,
  pairs: readonly { readonly unit: string; readonly given: string; readonly beside: boolean }[],
): Promise<readonly boolean[]> {
  const asked = JSON.stringify(pairs.map((pair, at) => ({ at, ...pair })));
  const { rows } = await sql<{ at: number }>`
    with recursive pair as (
      select * from jsonb_to_recordset(${asked}::jsonb) as p(at int, unit uuid, given uuid, beside boolean)),
    line as (
      select distinct unit, unit as id from pair
      union
      select line.unit, next.id from line join lateral (
        select other.unit_id as id from unit_succession_side mine
        join unit_succession_side other on other.succession_id = mine.succession_id
        where mine.unit_id = line.id
        union all select to_unit_id from handed_over_unit where from_unit_id = line.id
        union all select from_unit_id from handed_over_unit where to_unit_id = line.id) next on true)
    select p.at from pair p where exists (
      select from line join unit_ancestry a on a.ancestor_id = line.id
      where line.unit = p.unit and a.descendant_id = p.given)
      or (p.beside and exists (
        select from line join unit_parent lies on lies.unit_id = line.id
        join unit_ancestry a on a.ancestor_id = lies.parent_id
        where line.unit = p.unit and a.descendant_id = p.given))`.execute(db);
  const found = new Set(rows.map(({ at }) => at));
  return pairs.map((_, at) => found.has(at));
}
