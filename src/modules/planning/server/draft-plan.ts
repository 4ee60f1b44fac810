import type { DB } from "#db";
import { unitCodeInput, yearInput, yesNo } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { unitByCode } from "#modules/organization/server/index.ts";
import { act } from "#platform/server/act/act.ts";
import type { Transaction } from "kysely";
import { z } from "zod";
import { mayPlan } from "../permissions.ts";
import { planningProblems as problems } from "../problems.ts";
import { copyContents } from "./copy-contents.ts";
import { insertDraft, planInForce } from "./plan.store.ts";
import { unitsOfPlan } from "./units-in-year.ts";

/** A draft of a unit's plan for a year, empty or with what last year's plan asked and foresaw. */
export const draftPlan = act({
  name: "planning.draft_plan",
  title: { vi: "Lập dự thảo kế hoạch năm", en: "Draft the plan of a year" },
  may: mayPlan,
  input: z.strictObject({ unit: unitCodeInput, year: yearInput(), from_last_year: yesNo.default(false) }),
  problems,
  constraints: { plan_one_draft: problems.draft_already },
  async place({ trx, input }) {
    return { unitId: (await unitByCode(trx, input.unit, "unit")).id };
  },
  async run({ trx, input, place: { unitId }, now }) {
    const { year } = input;
    await unitsOfPlan(trx, { unitId, year }, [{ field: "unit", code: input.unit }]);
    if (await planInForce(trx, unitId, year))
      throw new Problem(problems.issued_already, { values: { year }, field: "year" });
    const last = input.from_last_year ? await lastYear(trx, unitId, year - 1) : null;
    const id = await insertDraft(trx, now, { unitId, year, note: last?.note });
    const leftOut = last ? await copyContents(trx, last, { id, unitId, year }, now) : [];
    return { id, version: 1, left_out: leftOut };
  },
});

async function lastYear(trx: Transaction<DB>, unitId: string, year: number) {
  const plan = await planInForce(trx, unitId, year);
  if (!plan) throw new Problem(problems.nothing_to_copy, { values: { year }, field: "from_last_year" });
  return plan;
}
