import { optionalPaperNumber } from "#kernel/paper-number.ts";
import type { DB } from "#db";
import { dayInput, optionalOf } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { issueDocument, type IssuedBy } from "#modules/document/server/index.ts";
import type { Side } from "#modules/document/document-model.ts";
import { act } from "#platform/server/act/act.ts";
import type { Kysely, Transaction } from "kysely";
import { z } from "zod";
import { mayPlan } from "../permissions.ts";
import { planningProblems as problems } from "../problems.ts";
import { planInput, versionInput } from "./plan-input.ts";
import { draftPlanPaper } from "./plan-paper.ts";
import { placeOfPlan, plannedOf, refuseUnlessDraft, requirementsOf, type PlanRow } from "./plan.store.ts";
import { unitsOfPlan, type Named } from "./units-in-year.ts";

/**
 * From here on the plan binds, and the one that it replaces no longer does. With a side it becomes a paper of that side,
 * numbered in its series unless it bears a number already; without one the paper was written elsewhere.
 */
export const issuePlan = act({
  name: "planning.issue_plan",
  title: { vi: "Ban hành kế hoạch", en: "Issue a plan" },
  may: mayPlan,
  input: z.strictObject({
    plan: planInput,
    expected_version: versionInput,
    issued_on: dayInput,
    symbol: optionalPaperNumber(100),
    side: optionalOf(z.enum(["party", "government"])),
  }),
  problems,
  place: (context) => placeOfPlan(context, context.input.plan),
  async run({ trx, input, place: { plan }, actor, post, now, today }) {
    const { issued_on, symbol, side, expected_version } = input;
    refuseUnlessDraft(plan, expected_version);
    if (!side && !symbol) throw new Problem(problems.number_missing, { field: "symbol" });
    if (issued_on > today)
      throw new Problem(problems.issued_in_the_future, {
        field: "issued_on",
        values: { on: numeric(issued_on) },
      });
    await refuseBeforeReplaced(trx, plan, issued_on);
    await refuseUnlessSound(trx, plan);
    const paper = { side, issuedOn: issued_on, symbol: symbol ?? null, by: { actor, post, now, today } };
    const given = side ? await issuePaper(trx, plan, { ...paper, side }) : (symbol ?? null);
    // What binds was entered now: as known on an earlier day there was no such plan.
    const issued = { is_draft: false, issued_on, symbol: given, recorded_at: now.toString() };
    await trx
      .updateTable("plan")
      .set({ ...issued, version: plan.version + 1 })
      .where("id", "=", plan.id)
      .execute();
    return { id: plan.id, version: plan.version + 1, symbol: given };
  },
});

type PaperIssue = { side: Side; issuedOn: string; symbol: string | null; by: IssuedBy };

/** The plan as a document; answers its number. */
async function issuePaper(trx: Transaction<DB>, plan: PlanRow, issue: PaperIssue): Promise<string> {
  const { side, issuedOn, symbol, by } = issue;
  const paper = await draftPlanPaper(trx, plan, side, { day: issuedOn, today: by.today });
  const subject = { kind: "plan", id: plan.id };
  const issued = await issueDocument(trx, { unitId: plan.unit_id, paper, issuedOn, symbol, subject, by });
  return issued.symbol;
}

async function refuseBeforeReplaced(trx: Transaction<DB>, plan: PlanRow, issuedOn: string): Promise<void> {
  if (!plan.replaces_id) return;
  const query = trx.selectFrom("plan").select("issued_on").where("id", "=", plan.replaces_id);
  const { issued_on: before } = await query.executeTakeFirstOrThrow();
  if (before === null || before <= issuedOn) return;
  throw new Problem(problems.issued_before_replaced, { field: "issued_on", values: { on: numeric(before) } });
}

type Contents = Pick<PlanRow, "id" | "unit_id" | "year">;

/** Why a draft cannot be issued as it stands, on whatever day: each unit at fault is named; null where it can. */
export async function inTheWayOfIssuing(db: Kysely<DB>, plan: Contents): Promise<Problem | null> {
  try {
    await refuseUnlessSound(db, plan);
    return null;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/** Units may have been merged since the draft was written. */
async function refuseUnlessSound(db: Kysely<DB>, plan: Contents): Promise<void> {
  const requirements = await requirementsOf(db, plan.id);
  const planned = await plannedOf(db, plan.id);
  if (planned.length === 0 && requirements.every(({ required }) => required === 0))
    throw new Problem(problems.empty);
  const ids = [...new Set([...requirements, ...planned].map(({ unit_id }) => unit_id))];
  const units = await db.selectFrom("unit").select("code").where("id", "in", ids).orderBy("code").execute();
  const named: Named[] = units.map(({ code }) => ({ field: `units.${code}`, code }));
  await unitsOfPlan(db, { unitId: plan.unit_id, year: plan.year }, named);
}

const numeric = (day: string): string => day.split("-").reverse().join("/");
