import { anyUnit, liesBelow, unitName, type ReadScope } from "#modules/organization/server/index.ts";
import { sql, type RawBuilder } from "kysely";
import type { PlanState } from "../plan.ts";

/**
 * Whether a plan `p` may be read. Those who read a whole unit read its plans, also as drafts; issued ones of units below
 * it, and those from above that ask something of it or of what lies below; agencies and villages read the issued plans
 * of the unit that they hang on.
 */
export function readablePlan(scope: ReadScope, today: string): RawBuilder<boolean> {
  if (scope.everything) return sql`true`;
  const own = anyUnit(scope.subtreeOf);
  const days = { on: sql`p.issued_on`, today };
  const below = (unit: RawBuilder<unknown>) => liesBelow({ unit, above: own, ...days });
  const hanging = anyUnit([...scope.assignedTo, ...scope.villages]);
  return sql`(p.unit_id = ${own} or (not p.is_draft and (
    ${below(sql`p.unit_id`)}
    or exists (select from plan_requirement q where q.plan_id = p.id and ${below(sql`q.unit_id`)})
    or exists (select from planned_conference k where k.plan_id = p.id and ${below(sql`k.unit_id`)})
    or ${liesBelow({ unit: hanging, above: sql`p.unit_id`, ...days, directly: true })})))`;
}

/** The state of a plan `p`. */
export const stateOfPlan = sql<PlanState>`case when p.is_draft then 'draft'
  when exists (select from plan n where n.replaces_id = p.id and not n.is_draft) then 'replaced' else 'issued' end`;

/** What the unit `u` of a plan `p` was called in its year, or by its nearest name. */
export const planNames = unitName(sql`u.id`, sql`make_date(p.year, 1, 1)`);

/** The same on the day of the plan's paper. */
export const planNamesOn = (day: string) => unitName(sql`u.id`, sql`${day}::date`);
