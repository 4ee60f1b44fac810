import type { DB } from "#db";
import { rememberedWhereProven } from "#platform/server/database/remembered.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";
import { CENTRE_CODE } from "../unit.ts";
import { withHeirsBy } from "./heirs.store.ts";

/**
 * Which of some units work for a unit on a day, so that it may give them its work and show them what it is about: itself
 * or whoever carried its work on by then, and what lies below these. What is above or beside it is asked, not told.
 */
export async function workingFor(
  db: Kysely<DB>,
  unitId: string,
  unitIds: readonly string[],
  on: string,
): Promise<ReadonlySet<string>> {
  if (unitIds.length === 0) return new Set();
  const keepers = await withHeirsBy(db, [unitId], on);
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

/** `line`: each unit with itself and those before and after it. */
const linesOf = (units: RawBuilder<unknown>) => sql`
    line as (
      ${units}
      union
      select line.unit, next.id from line join lateral (
        select other.unit_id as id from unit_succession_side mine
        join unit_succession_side other on other.succession_id = mine.succession_id
        where mine.unit_id = line.id
        union all select to_unit_id from handed_over_unit where from_unit_id = line.id
        union all select from_unit_id from handed_over_unit where to_unit_id = line.id) next on true)`;

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
    ${linesOf(sql`select distinct unit, unit as id from pair`)}
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

/** `above` at some time; `never`; or `unseen`, where not all that is above the unit may be known. */
export type Above = "above" | "never" | "unseen";

/**
 * Of pairs of a unit and one to which it passed something upward: whether that one, or the one it is an agency of, was ever
 * above the unit, or above one before or after it. For what is brought in from the past.
 */
export async function everAbove(
  db: Kysely<DB>,
  pairs: readonly { readonly unit: string; readonly above: string }[],
): Promise<readonly Above[]> {
  const asked = JSON.stringify(pairs.map((pair, at) => ({ at, ...pair })));
  const { rows } = await sql<{ at: number; found: Above }>`
    with recursive pair as (
      select * from jsonb_to_recordset(${asked}::jsonb) as p(at int, unit uuid, above uuid)),
    ${linesOf(sql`select distinct unit, unit as id from pair`)},
    upward as (
      select p.at, p.above as id from pair p
      union select p.at, lies.parent_id from pair p join unit u on u.id = p.above and u.kind in ('agency', 'organisation')
        join unit_parent lies on lies.unit_id = u.id)
    select p.at, case
      when exists (select from upward to_unit join line on line.unit = p.unit join unit_ancestry a on a.ancestor_id = to_unit.id
        where to_unit.at = p.at and a.descendant_id = line.id and a.depth > 0) then 'above'
      when exists (select from line join unit_ancestry a on a.ancestor_id = line.id
        where line.unit = p.unit and a.descendant_id = p.above) then 'never'
      when exists (select from line join unit own on own.id = line.id join unit_ancestry a on a.descendant_id = line.id
        join unit over on over.id = a.ancestor_id where line.unit = p.unit and case over.code when ${CENTRE_CODE}
          then a.depth = 1 and own.kind <> 'province' else a.depth > 1 end) then 'unseen'
      else 'never' end as found
    from pair p`.execute(db);
  const found = new Map(rows.map(({ at, found }) => [at, found]));
  return pairs.map((_, at) => found.get(at)!);
}
