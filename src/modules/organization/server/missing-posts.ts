import type { DB } from "#db";
import { nameOrder } from "#platform/server/database/name-order.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";
import { anyUnit, liesBelowNow } from "./lies-below.ts";
import { broughtInBy } from "./read-people.ts";
import { reviewedOn } from "./reviewed.ts";
import { unitName } from "./unit-name.ts";

type Kept = { readonly unitIds: readonly string[]; readonly today: string; readonly limit: number };

/** The first of many by name, and how many there are. */
type Few<Each> = { readonly shown: readonly Each[]; readonly of: number };

/** People whom those units brought in and never gave a post: nobody of them can do anything yet. */
export async function peopleWithoutPost(
  db: Kysely<DB>,
  { unitIds, today, limit }: Kept,
): Promise<Few<{ readonly id: string; readonly fullName: string }>> {
  const { rows } = await sql<{ id: string; fullName: string; of: number }>`
    select person.id, person.full_name as "fullName", count(*) over ()::int as of from person
    where ${broughtInBy(unitIds, today)}
    order by ${nameOrder(sql`person.full_name`)}, person.id limit ${limit}`.execute(db);
  return few(rows);
}

type Unmanned = Few<{ readonly code: string; readonly name: string }>;

/**
 * Provinces, districts and communes below those units in which somebody works today, there or directly below, and
 * whose office nobody holds. Of units that nobody uses yet nothing is said.
 */
export function unitsWithoutSecretary(db: Kysely<DB>, kept: Kept): Promise<Unmanned> {
  return usedUnitsWhere(
    db,
    kept,
    sql<boolean>`not exists (select from held where held.unit_id = u.id and held.capacity = 'office_secretary')`,
  );
}

/** The same without anybody, there or above, who reviews what is held as a complaint or a denunciation. */
export function unitsWithoutReviewer(db: Kysely<DB>, kept: Kept): Promise<Unmanned> {
  return usedUnitsWhere(db, kept, sql<boolean>`not ${reviewedOn(sql`u.id`, kept.today)}`);
}

async function usedUnitsWhere(
  db: Kysely<DB>,
  { unitIds, today, limit }: Kept,
  lacks: RawBuilder<boolean>,
): Promise<Unmanned> {
  const day = sql`${today}::date`;
  const { rows } = await sql<{ code: string; name: string; of: number }>`
    with held as (select unit_id, capacity from post
      where ${day} between from_on and until_on and capacity <> 'administrator'),
    used as (select unit_id as id from held
      union select lies.parent_id from held join unit_parent lies on lies.unit_id = held.unit_id
        and ${day} between lies.from_on and lies.until_on)
    select u.code, ${unitName(sql`u.id`, day)} as name, count(*) over ()::int as of
    from used join unit u on u.id = used.id and ${day} between u.from_on and u.until_on
    where u.kind in ('province', 'district', 'commune')
      and ${lacks}
      and ${liesBelowNow({ unit: sql`u.id`, above: anyUnit(unitIds), today })}
    order by ${nameOrder(unitName(sql`u.id`, day))}, u.code limit ${limit}`.execute(db);
  return few(rows);
}

function few<Row extends { readonly of: number }>(rows: readonly Row[]): Few<Row> {
  return { shown: rows, of: rows[0]?.of ?? 0 };
}
