import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import type { UnitKind } from "../unit.ts";
import type { UnitLine } from "./unit-days.ts";

/** The units directly below another on a day, by code: `size` of them after the code with which the part before ended. */
export async function unitsBelowAfter(
  db: Kysely<DB>,
  unitId: string,
  day: string,
  { size, after = "", kind }: { size: number; after?: string; kind?: UnitKind },
): Promise<{ units: UnitLine[]; next: string | null }> {
  const { rows } = await sql<UnitLine>`
    select u.code, u.kind, u.subtype, n.name, u.from_on as "fromOn", u.until_on as "untilOn"
    from unit_parent p join unit u on u.id = p.unit_id
    join unit_name n on n.unit_id = u.id and ${day}::date between n.from_on and n.until_on
    where p.parent_id = ${unitId} and ${day}::date between p.from_on and p.until_on
      and u.code collate "C" > ${after} and (${kind ?? null}::text is null or u.kind = ${kind ?? null})
    order by u.code collate "C" limit ${size + 1}`.execute(db);
  const units = rows.slice(0, size);
  return { units, next: rows.length > size ? units.at(-1)!.code : null };
}
