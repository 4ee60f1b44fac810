import type { DB } from "#db";
import { nameOrder } from "#platform/server/database/name-order.ts";
import { sql, type Expression, type Kysely } from "kysely";

/** A unit as lists show it: its name on the day asked for, or on its nearest day of existence. */
export type UnitLine = {
  readonly code: string;
  readonly kind: string;
  readonly subtype: string | null;
  readonly name: string;
  readonly fromOn: string;
  readonly untilOn: string;
};

/** The day itself, or the nearest one on which the unit exists. */
export const nearestDay = (day: string) => sql<string>`greatest(u.from_on, least(u.until_on, ${day}::date))`;

/** Today's or another day's name of a unit `u`. */
export const nameOn = (day: Expression<string>) =>
  sql<string>`(select n.name from unit_name n where n.unit_id = u.id and ${day} between n.from_on and n.until_on)`;

/** Units by id, in the shape of a list, in no order. */
export async function unitLines(
  db: Kysely<DB>,
  ids: readonly string[],
  day: string,
): Promise<Map<string, UnitLine>> {
  const { rows } = await sql<UnitLine & { id: string }>`
    select u.id, u.code, u.kind, u.subtype, u.from_on as "fromOn", u.until_on as "untilOn",
      coalesce(${nameOn(nearestDay(day))}, u.code) as name
    from unit u where u.id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, ...line }) => [id, line]));
}

/** The units of these subtrees that exist on a day, each with the name of the one above; at most `limit`, nearest to the top first. */
export async function unitsWithin(
  db: Kysely<DB>,
  unitIds: readonly string[],
  day: string,
  limit: number,
): Promise<(UnitLine & { above: string | null })[]> {
  const { rows } = await sql<UnitLine & { above: string | null }>`
    select u.code, u.kind, u.subtype, u.from_on as "fromOn", u.until_on as "untilOn", n.name, above.name as above
    from unit_ancestry a join unit u on u.id = a.descendant_id
    join unit_name n on n.unit_id = u.id and ${day}::date between n.from_on and n.until_on
    left join unit_parent lies on lies.unit_id = u.id and ${day}::date between lies.from_on and lies.until_on
    left join unit_name above on above.unit_id = lies.parent_id and ${day}::date between above.from_on and above.until_on
    where a.ancestor_id = any(${[...unitIds]}::uuid[]) and ${day}::date between a.from_on and a.until_on
    order by a.depth, ${nameOrder(sql`above.name`)} nulls first, ${nameOrder(sql`n.name`)}, u.code limit ${limit}`.execute(
    db,
  );
  return rows;
}
