import type { DB } from "#db";
import { nameOrder } from "#platform/server/database/name-order.ts";
import { sql, type Kysely } from "kysely";
import { unitKinds, type UnitKind } from "../unit.ts";
import type { UnitLine } from "./unit-days.ts";

/** The units directly below another on a day, kind by kind; `count` is of all, `units` the first of them. */
export type KindBelow = {
  readonly kind: UnitKind;
  readonly count: number;
  readonly units: readonly (UnitLine & { readonly below: number })[];
};

type Row = UnitLine & { below: number; count: number };

/** At most `limit` units of each kind, in the order of their names; kinds in the order of the levels. */
export async function readBelow(
  db: Kysely<DB>,
  unitId: string,
  day: string,
  { limit, kind, skip = 0 }: { limit: number; kind?: UnitKind; skip?: number },
): Promise<KindBelow[]> {
  const kinds = kind ? [kind] : unitKinds;
  const { rows } = await sql<Row>`
    with child as (
      select u.*, n.name,
        count(*) over (partition by u.kind) as count,
        row_number() over (partition by u.kind order by ${nameOrder(sql`n.name`)}, u.code) as place
      from unit_parent p join unit u on u.id = p.unit_id
      join unit_name n on n.unit_id = u.id and ${day}::date between n.from_on and n.until_on
      where p.parent_id = ${unitId} and u.kind = any(${[...kinds]})
        and ${day}::date between p.from_on and p.until_on)
    select code, kind, subtype, name, from_on as "fromOn", until_on as "untilOn", count,
      (select count(*) from unit_parent b where b.parent_id = child.id
        and ${day}::date between b.from_on and b.until_on) as below
    from child where place > ${skip} and place <= ${skip + limit} order by kind, place`.execute(db);
  return unitKinds
    .map((each) => ({ kind: each, units: rows.filter((row) => row.kind === each) }))
    .filter(({ units }) => units.length > 0)
    .map((group) => ({ ...group, count: group.units[0]!.count }));
}
