import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { readScope, unitNarrowedTo } from "#modules/organization/server/index.ts";
import { nameOrder } from "#platform/server/database/name-order.ts";
import { sql, type Kysely } from "kysely";
import type { PlanState } from "../plan.ts";
import { planNames, readablePlan, stateOfPlan } from "./readable-plans.ts";

export type PlanLine = {
  readonly id: string;
  readonly unit: string;
  readonly unitName: string;
  readonly year: number;
  readonly state: PlanState;
  readonly symbol: string | null;
  readonly issuedOn: string | null;
  /** Units of which it asks conferences, and how many it asks in all. */
  readonly units: number;
  readonly required: number;
  readonly planned: number;
  readonly isAmendment: boolean;
};

export type PlanFilter = {
  readonly year?: number | null;
  /** Code of the unit that made it. */
  readonly unit?: string | null;
};

export const PLANS_A_PAGE = 30;

/** Plans that the actor may read, the latest year first, drafts before what is issued; pages count from 1. */
export async function listPlans(
  db: Kysely<DB>,
  actor: Actor,
  { year, unit }: PlanFilter,
  today: string,
  page = 1,
  size = PLANS_A_PAGE,
): Promise<{ lines: PlanLine[]; total: number }> {
  if (unit) await unitNarrowedTo(db, actor, unit);
  const readable = readablePlan(await readScope(db, actor), today);
  const { rows } = await sql<PlanLine & { total: number }>`
    select p.id, u.code as unit, ${planNames} as "unitName", p.year, ${stateOfPlan} as state, p.symbol,
      p.issued_on as "issuedOn", p.replaces_id is not null as "isAmendment",
      (select count(*)::int from plan_requirement q where q.plan_id = p.id and q.required > 0) as units,
      (select coalesce(sum(q.required), 0)::int from plan_requirement q where q.plan_id = p.id) as required,
      (select count(*)::int from planned_conference k where k.plan_id = p.id) as planned,
      (count(*) over ())::int as total
    from plan p join unit u on u.id = p.unit_id
    where ${readable} and (${year ?? null}::int is null or p.year = ${year ?? null})
      and (${unit ?? null}::text is null or u.code = ${unit ?? null})
    order by p.year desc, p.is_draft desc, ${nameOrder(planNames)}, p.issued_on desc nulls last, p.id
    limit ${size} offset ${(page - 1) * size}`.execute(db);
  return { lines: rows.map(({ total: _, ...line }) => line), total: rows[0]?.total ?? 0 };
}

/** The years for which there are plans to read, the latest first. */
export async function planYears(db: Kysely<DB>, actor: Actor, today: string): Promise<number[]> {
  const readable = readablePlan(await readScope(db, actor), today);
  const { rows } = await sql<{ year: number }>`
    select distinct p.year from plan p where ${readable} order by p.year desc`.execute(db);
  return rows.map(({ year }) => year);
}
