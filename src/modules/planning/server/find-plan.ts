import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { anyUnit, readScope } from "#modules/organization/server/index.ts";
import { toldOfUnits } from "#modules/recommendation/server/index.ts";
import { sql, type Kysely } from "kysely";
import { z } from "zod";
import type { Planned, PlanState, Requirement } from "../plan.ts";
import { planningProblems as problems } from "../problems.ts";
import { lineTold, wordsOfPlan } from "../words-of-plan.ts";
import { planNames, readablePlan, stateOfPlan } from "./readable-plans.ts";

/** One plan: what it asks of units and which conferences it foresees. */
export type PlanReading = {
  readonly id: string;
  readonly unit: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly year: number;
  readonly state: PlanState;
  readonly symbol: string | null;
  readonly issuedOn: string | null;
  readonly note: string | null;
  readonly version: number;
  /** The plan whose place it takes or has taken. */
  readonly replaces: PlanLink | null;
  /** The plan that takes or has taken its place; a draft of it only for those who read drafts. */
  readonly replacedBy: PlanLink | null;
  readonly requirements: readonly Requirement[];
  readonly planned: readonly Planned[];
};

export type PlanLink = { readonly id: string; readonly symbol: string | null; readonly isDraft: boolean };

type Head = Omit<PlanReading, "replaces" | "replacedBy" | "requirements" | "planned"> & {
  readonly replacesId: string | null;
};

/** What the unit `u` of a plan `p` is called, as SQL. */
type Called = typeof planNames;

/**
 * @param called as in its year, unless it is read for the paper of a day
 * @throws Problem `not_found`, also for what the actor may not know of
 */
export async function findPlan(
  db: Kysely<DB>,
  actor: Actor,
  id: string,
  today: string,
  called = planNames,
): Promise<PlanReading> {
  if (!z.uuid().safeParse(id).success) throw new Problem(problems.not_found);
  const readable = readablePlan(await readScope(db, actor), today);
  const { rows } = await sql<Head>`
    select p.id, u.code as unit, p.unit_id as "unitId", ${called} as "unitName", p.year, ${stateOfPlan} as state,
      p.symbol, p.issued_on as "issuedOn", p.note, p.version, p.replaces_id as "replacesId"
    from plan p join unit u on u.id = p.unit_id where p.id = ${id} and ${readable}`.execute(db);
  const [found] = rows;
  if (!found) throw new Problem(problems.not_found);
  const { replacesId, ...plan } = found;
  const planned = await plannedRead(db, id, called);
  const units = await unitsQuoted(db, [plan.id]);
  const told = await toldOfUnits(db, actor, { units, texts: wordsOfPlan(plan.note, planned) }, today);
  return {
    ...plan,
    note: told(plan.note),
    replaces: await linkTo(db, sql`p.id = ${replacesId} and ${readable}`),
    replacedBy: await linkTo(db, sql`p.replaces_id = ${id} and ${readable}`),
    requirements: await requirementsRead(db, id, called),
    planned: planned.map((line) => lineTold(line, told)),
  };
}

/** Whose people some plans may name: their units', and those of the units for which they foresee conferences. */
export async function unitsQuoted(db: Kysely<DB>, plans: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select unit_id as id from plan where id = ${anyUnit(plans)}
    union select unit_id from planned_conference where plan_id = ${anyUnit(plans)}`.execute(db);
  return rows.map(({ id }) => id);
}

async function linkTo(db: Kysely<DB>, condition: ReturnType<typeof sql>): Promise<PlanLink | null> {
  const { rows } = await sql<PlanLink>`
    select p.id, p.symbol, p.is_draft as "isDraft" from plan p where ${condition}`.execute(db);
  return rows[0] ?? null;
}

async function requirementsRead(db: Kysely<DB>, planId: string, called: Called): Promise<Requirement[]> {
  const { rows } = await sql<Requirement>`
    select u.code as unit, ${called} as "unitName", q.required, q.form, q.chair_capacity as "chairCapacity"
    from plan_requirement q join plan p on p.id = q.plan_id join unit u on u.id = q.unit_id
    where q.plan_id = ${planId} order by u.id <> p.unit_id, u.code`.execute(db);
  return rows;
}

async function plannedRead(db: Kysely<DB>, planId: string, called: Called): Promise<Planned[]> {
  const { rows } = await sql<Planned>`
    select k.id, u.code as unit, ${called} as "unitName", k.quarter, k.planned_on as "plannedOn", k.form,
      k.chair_capacity as "chairCapacity", k.audience, k.topic, k.place, k.continues_id as continues
    from planned_conference k join plan p on p.id = k.plan_id join unit u on u.id = k.unit_id
    where k.plan_id = ${planId} order by k.position`.execute(db);
  return rows;
}
