import type { DB, Plan, PlannedConference, PlanRequirement } from "#db";
import { uuidv7 } from "#kernel/identifier.ts";
import { Problem } from "#kernel/problem.ts";
import { scopeAsking } from "#modules/organization/server/index.ts";
import type { Asking } from "#platform/server/act/act.ts";
import { sql, type Insertable, type Kysely, type Selectable, type Transaction } from "kysely";
import { planningProblems as problems } from "../problems.ts";
import { readablePlan } from "./readable-plans.ts";

export type PlanRow = Selectable<Plan>;
export type RequirementRow = Omit<Insertable<PlanRequirement>, "plan_id">;
export type PlannedRow = Omit<Insertable<PlannedConference>, "id" | "plan_id" | "position">;

/** For `place` of an act about one plan, locked. @throws Problem `not_found`, also where the asker may not know of it */
export async function placeOfPlan({ trx, actor, today }: Asking, id: string) {
  const readable = readablePlan(await scopeAsking(trx, actor), today);
  const plan = await trx
    .selectFrom("plan as p")
    .selectAll("p")
    .where("p.id", "=", id)
    .where(readable)
    .forUpdate("p")
    .executeTakeFirst();
  if (!plan) throw new Problem(problems.not_found);
  return { unitId: plan.unit_id, subjectId: plan.id, plan };
}

/** @throws Problem `not_a_draft`, `changed_meanwhile` */
export function refuseUnlessDraft(plan: PlanRow, version?: number): void {
  if (!plan.is_draft) throw new Problem(problems.not_a_draft);
  if (version !== undefined && version !== plan.version)
    throw new Problem(problems.changed_meanwhile, { details: { version: plan.version } });
}

type NewDraft = { unitId: string; year: number; replacesId?: string; note?: string | null };

export async function insertDraft(
  trx: Transaction<DB>,
  now: Temporal.Instant,
  draft: NewDraft,
): Promise<string> {
  const id = uuidv7(now);
  const { unitId, year, replacesId, note } = draft;
  const row = {
    id,
    unit_id: unitId,
    year,
    is_draft: true,
    note: note ?? null,
    replaces_id: replacesId ?? null,
  };
  await trx
    .insertInto("plan")
    .values({ ...row, recorded_at: now.toString() })
    .execute();
  return id;
}

/** What a draft asks and foresees, in place of what it did before; a draft binds nobody, so nothing is lost. */
export async function replaceContents(
  trx: Transaction<DB>,
  planId: string,
  contents: { requirements: readonly RequirementRow[]; planned: readonly PlannedRow[] },
  now: Temporal.Instant,
): Promise<void> {
  await clearContents(trx, planId);
  const requirements = contents.requirements.map((row) => ({ ...row, plan_id: planId }));
  if (requirements.length > 0) await trx.insertInto("plan_requirement").values(requirements).execute();
  const planned = contents.planned.map((row, index) => ({
    ...row,
    id: uuidv7(now),
    plan_id: planId,
    position: index + 1,
  }));
  if (planned.length > 0) await trx.insertInto("planned_conference").values(planned).execute();
}

export async function clearContents(trx: Transaction<DB>, planId: string): Promise<void> {
  await trx.deleteFrom("plan_requirement").where("plan_id", "=", planId).execute();
  await trx.deleteFrom("planned_conference").where("plan_id", "=", planId).execute();
}

export async function requirementsOf(db: Kysely<DB>, planId: string) {
  return db
    .selectFrom("plan_requirement")
    .selectAll()
    .where("plan_id", "=", planId)
    .orderBy("unit_id")
    .execute();
}

export async function plannedOf(db: Kysely<DB>, planId: string) {
  return db
    .selectFrom("planned_conference")
    .selectAll()
    .where("plan_id", "=", planId)
    .orderBy("position")
    .execute();
}

/** The unit's issued plan for a year that none replaces; of several the one issued last. */
export async function planInForce(
  db: Kysely<DB>,
  unitId: string,
  year: number,
): Promise<PlanRow | undefined> {
  return db
    .selectFrom("plan as p")
    .selectAll("p")
    .where("p.unit_id", "=", unitId)
    .where("p.year", "=", year)
    .where("p.is_draft", "=", false)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("plan as later")
            .select("later.id")
            .whereRef("later.replaces_id", "=", "p.id")
            .where("later.is_draft", "=", false),
        ),
      ),
    )
    .orderBy(sql`p.issued_on desc nulls last`)
    .orderBy("p.id", "desc")
    .limit(1)
    .executeTakeFirst();
}
