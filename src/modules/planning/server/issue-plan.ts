import type { DB } from "#db";
import { dayInput, optionalText } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { act } from "#platform/server/act/act.ts";
import type { Transaction } from "kysely";
import { z } from "zod";
import { mayPlan } from "../permissions.ts";
import { planningProblems as problems } from "../problems.ts";
import { planInput, versionInput } from "./plan-input.ts";
import { draftForChange, plannedOf, requirementsOf, type PlanRow } from "./plan.store.ts";
import { unitsOfPlan, type Named } from "./units-in-year.ts";

/** From here on the plan binds, and the one that it replaces no longer does. */
export const issuePlan = act({
  name: "planning.issue_plan",
  title: { vi: "Ban hành kế hoạch", en: "Issue a plan" },
  may: mayPlan,
  input: z.strictObject({
    plan: planInput,
    expected_version: versionInput,
    issued_on: dayInput,
    symbol: optionalText(100),
  }),
  problems,
  async place({ trx, input }) {
    const plan = await draftForChange(trx, input.plan, input.expected_version);
    return { unitId: plan.unit_id, subjectId: plan.id, plan };
  },
  async run({ trx, input: { issued_on, symbol }, place: { plan }, now, today }) {
    if (issued_on > today)
      throw new Problem(problems.issued_in_the_future, {
        field: "issued_on",
        values: { on: numeric(issued_on) },
      });
    await refuseBeforeReplaced(trx, plan, issued_on);
    await refuseUnlessSound(trx, plan);
    // What binds was entered now: as known on an earlier day there was no such plan.
    const issued = { is_draft: false, issued_on, symbol: symbol ?? null, recorded_at: now.toString() };
    await trx
      .updateTable("plan")
      .set({ ...issued, version: plan.version + 1 })
      .where("id", "=", plan.id)
      .execute();
    return { id: plan.id, version: plan.version + 1 };
  },
});

async function refuseBeforeReplaced(trx: Transaction<DB>, plan: PlanRow, issuedOn: string): Promise<void> {
  if (!plan.replaces_id) return;
  const query = trx.selectFrom("plan").select("issued_on").where("id", "=", plan.replaces_id);
  const { issued_on: before } = await query.executeTakeFirstOrThrow();
  if (before === null || before <= issuedOn) return;
  throw new Problem(problems.issued_before_replaced, { field: "issued_on", values: { on: numeric(before) } });
}

/** Units may have been merged since the draft was written. */
async function refuseUnlessSound(trx: Transaction<DB>, plan: PlanRow): Promise<void> {
  const requirements = await requirementsOf(trx, plan.id);
  const planned = await plannedOf(trx, plan.id);
  if (planned.length === 0 && requirements.every(({ required }) => required === 0))
    throw new Problem(problems.empty);
  const ids = [...new Set([...requirements, ...planned].map(({ unit_id }) => unit_id))];
  const units = await trx.selectFrom("unit").select("code").where("id", "in", ids).orderBy("code").execute();
  const named: Named[] = units.map(({ code }) => ({ field: `units.${code}`, code }));
  await unitsOfPlan(trx, { unitId: plan.unit_id, year: plan.year }, named);
}

const numeric = (day: string): string => day.split("-").reverse().join("/");
