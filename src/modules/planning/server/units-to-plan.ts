import type { DB } from "#db";
import { nameOrder } from "#platform/server/database/name-order.ts";
import { sql, type Kysely } from "kysely";

export type UnitToPlan = {
  readonly code: string;
  readonly name: string;
  /** Its last day, where it ends within the year. */
  readonly endsOn: string | null;
  readonly isOwn: boolean;
  /** What other plans in force ask of it for the same year: the two are added up. */
  readonly askedElsewhere: number;
};

const MOST = 500;

/**
 * What the form of a plan offers to ask: the plan's own unit and the places directly below it that are there in the
 * year; villages and agencies hold no conferences of their own. Besides, whatever the plan names already.
 */
export async function unitsToPlan(
  db: Kysely<DB>,
  plan: { id: string | null; unitId: string; year: number },
  named: readonly string[] = [],
): Promise<UnitToPlan[]> {
  const { id, unitId, year } = plan;
  const first = sql`greatest(${`${year}-01-01`}::date, u.from_on)`;
  const { rows } = await sql<UnitToPlan>`
    select u.code, n.name, u.id = ${unitId} as "isOwn",
      case when u.until_on < ${`${year}-12-31`}::date then u.until_on end as "endsOn",
      coalesce((select sum(q.required)::int from plan_requirement q join plan p on p.id = q.plan_id
        where q.unit_id = u.id and p.year = ${year} and not p.is_draft and p.id is distinct from ${id}
          and p.id is distinct from (select replaces_id from plan where id = ${id})
          and not exists (select from plan later where later.replaces_id = p.id and not later.is_draft)), 0)
        as "askedElsewhere"
    from unit u join unit_name n on n.unit_id = u.id and ${first} between n.from_on and n.until_on
    where u.until_on >= ${first} and u.from_on <= ${`${year}-12-31`}::date and (u.code = any(${[...named]})
      or u.id = ${unitId}
      or (u.kind in ('province', 'district', 'commune') and exists (select from unit_parent up
        where up.unit_id = u.id and up.parent_id = ${unitId} and ${first} between up.from_on and up.until_on)))
    order by u.id <> ${unitId}, ${nameOrder(sql`n.name`)}, u.code limit ${MOST}`.execute(db);
  return rows;
}
