import type { DB } from "#db";
import { rememberedWhereProven } from "#platform/server/database/remembered.ts";
import { sql, type Kysely } from "kysely";

/**
 * Those that carry on the work of a unit that has ended, through every later arrangement and hand-over; itself
 * included. A unit that gave parts away ended if it was no more from that day on: then each taker is an heir.
 */
export async function withHeirs(db: Kysely<DB>, unitIds: readonly string[]): Promise<string[]> {
  return [...new Set((await follow(db, unitIds, "from", "to")).map(({ id }) => id))];
}

/** Those that carried on the work of some units by the end of a day, whatever was arranged for a later one; these included. */
export async function withHeirsBy(
  db: Kysely<DB>,
  unitIds: readonly string[],
  day: string,
): Promise<string[]> {
  return [...new Set((await follow(db, unitIds, "from", "to", day)).map(({ id }) => id))];
}

/** The same for each of some units apart, in one reading. */
export async function heirsOfEach(
  db: Kysely<DB>,
  unitIds: readonly string[],
): Promise<(unitId: string) => readonly string[]> {
  const lines = Map.groupBy(await follow(db, unitIds, "from", "to"), ({ first }) => first);
  return (unitId) => (lines.get(unitId) ?? []).map(({ id }) => id);
}

/** Those whose work a unit carries on; itself included. */
export async function withPredecessors(db: Kysely<DB>, unitIds: readonly string[]): Promise<string[]> {
  return [...new Set((await follow(db, unitIds, "to", "from")).map(({ id }) => id))];
}

/** Those whose work a unit carried on by the end of a day, whatever was arranged for a later one; itself included. */
export async function withPredecessorsBy(
  db: Kysely<DB>,
  unitIds: readonly string[],
  day: string,
): Promise<string[]> {
  return [...new Set((await follow(db, unitIds, "to", "from", day)).map(({ id }) => id))];
}

/** The same for each of some units apart, in one reading. */
export async function predecessorsOfEach(
  db: Kysely<DB>,
  unitIds: readonly string[],
): Promise<(unitId: string) => readonly string[]> {
  if (unitIds.length === 0) return () => [];
  const lines = Map.groupBy(await follow(db, unitIds, "to", "from"), ({ first }) => first);
  return (unitId) => (lines.get(unitId) ?? []).map(({ id }) => id);
}

type Side = "from" | "to";

const follow = rememberedWhereProven(followed);

async function followed(
  db: Kysely<DB>,
  unitIds: readonly string[],
  near: Side,
  far: Side,
  by: string | null = null,
) {
  const { rows } = await sql<{ first: string; id: string }>`
    with recursive line as (
      select id as first, id from unnest(${[...unitIds]}::uuid[]) as given(id)
      union
      select line.first, next.id from line join lateral (
        select other.unit_id as id from unit_succession_side mine
        join unit_succession s on s.id = mine.succession_id
        join unit_succession_side other on other.succession_id = s.id and other.side = ${far}
        join unit before on before.id = ${sql.ref(near === "from" ? "mine.unit_id" : "other.unit_id")}
        where mine.unit_id = line.id and mine.side = ${near} and (${by}::date is null or s.on_date <= ${by}::date)
          and (s.kind in ('rename', 'merge', 'split') or (s.kind = 'partial' and before.until_on <= s.on_date))
        union all
        select ${sql.ref(`handed.${far}_unit_id`)} from handed_over_unit handed
        where ${sql.ref(`handed.${near}_unit_id`)} = line.id and (${by}::date is null or handed.since <= ${by}::date)) next on true)
    select first, id from line`.execute(db);
  return rows;
}
