import type { DB } from "#db";
import { CENTRE_CODE } from "#modules/organization/unit.ts";
import { binding, scopeOf } from "#modules/report/server/index.ts";
import { sql, type Kysely } from "kysely";
import type { Quarter } from "../quarter.ts";
import { nameThen } from "./name-then.ts";

/** What a unit is to hold in a quarter by the plans in force, as far as it is not done. */
export type QuarterDue = {
  /** The plan that foresees it; of several the first. */
  readonly planId: string;
  readonly unit: string;
  readonly unitId: string;
  readonly unitName: string;
  /** Nobody has begun it, or it was called off. */
  readonly notPrepared: number;
  readonly notHeld: number;
};

/** Of a quarter, all over the country and as of a day, the units for which something planned has not been held. */
export async function quarterDue(
  db: Kysely<DB>,
  { year, quarter }: { year: number; quarter: Quarter },
  day: string,
): Promise<QuarterDue[]> {
  const period = { from: `${year}-01-01`, to: `${year}-12-31`, asOf: day };
  const scope = await scopeOf(db, { unit: CENTRE_CODE, ...period, today: day });
  const { rows } = await sql<QuarterDue>`
    with recursive line as (
      select k.id as slot_id, k.plan_id, k.unit_id, k.id as made_for, k.continues_id
      from planned_conference k join plan p on p.id = k.plan_id
      where p.year = ${year} and k.quarter = ${quarter} and ${binding(scope, "p")}
      union all
      select line.slot_id, line.plan_id, line.unit_id, b.id, b.continues_id
      from line join planned_conference b on b.id = line.continues_id),
    slot as (
      select line.slot_id, line.plan_id, line.unit_id,
        coalesce(bool_or(c.held_recorded_at is not null and c.held_on <= ${day}), false) as held,
        coalesce(bool_or(c.id is not null and c.called_off_recorded_at is null), false) as begun
      from line left join conference c on c.planned_id = line.made_for
      group by line.slot_id, line.plan_id, line.unit_id)
    select (array_agg(slot.plan_id order by slot.plan_id))[1] as "planId", u.code as unit, u.id as "unitId",
      ${nameThen(scope)} as "unitName", (count(*) filter (where not begun))::int as "notPrepared",
      (count(*) filter (where not held))::int as "notHeld"
    from slot join unit u on u.id = slot.unit_id
    where not held group by u.id order by u.code`.execute(db);
  return rows;
}
