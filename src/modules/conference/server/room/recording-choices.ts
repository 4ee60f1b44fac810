import type { DB } from "#db";
import { nameOrder } from "#platform/server/database/name-order.ts";
import { sql, type Kysely } from "kysely";

type Choice = { readonly code: string; readonly name: string };

/** What a turn and a matter are filled in from, on the day of the conference. */
export type RecordingChoices = {
  readonly fields: readonly (Choice & { readonly under: string | null })[];
  /** Villages under the unit; empty where there are too many for a list: then the code is typed. */
  readonly villages: readonly Choice[];
};

const MOST_VILLAGES = 400;

/** Fields and villages there were on the day, in the order in which people look for them. */
export async function recordingChoices(
  db: Kysely<DB>,
  unitId: string,
  day: string,
  most = MOST_VILLAGES,
): Promise<RecordingChoices> {
  const fields = await db
    .selectFrom("field")
    .select(["code", "name", "parent_code as under"])
    .where("from_on", "<=", day)
    .where("until_on", ">=", day)
    .orderBy("position")
    .execute();
  return { fields, villages: await villagesUnder(db, unitId, day, most) };
}

/** Named with the commune that they lie in where the unit is not that commune itself. */
async function villagesUnder(db: Kysely<DB>, unitId: string, day: string, most: number): Promise<Choice[]> {
  const { rows } = await sql<Choice>`
    select u.code, n.name || case when a.depth > 1 then coalesce(', ' || above.name, '') else '' end as name
    from unit_ancestry a
    join unit u on u.id = a.descendant_id and u.kind = 'village'
    join unit_name n on n.unit_id = u.id and ${day}::date between n.from_on and n.until_on
    left join unit_parent p on p.unit_id = u.id and ${day}::date between p.from_on and p.until_on
    left join unit_name above on above.unit_id = p.parent_id and ${day}::date between above.from_on and above.until_on
    where a.ancestor_id = ${unitId} and a.depth > 0 and ${day}::date between a.from_on and a.until_on
      and ${day}::date between u.from_on and u.until_on
    order by ${nameOrder(sql`above.name`)} nulls first, ${nameOrder(sql`n.name`)}, u.code
    limit ${Math.min(most, 100_000) + 1}`.execute(db);
  return rows.length > most ? [] : rows;
}
