import { Problem } from "#kernel/problem.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayPlan } from "../permissions.ts";
import { planningProblems as problems } from "../problems.ts";
import { copyContents } from "./copy-contents.ts";
import { planInput } from "./plan-input.ts";
import { insertDraft, placeOfPlan } from "./plan.store.ts";

/** A further draft that takes the place of an issued plan from the day it is itself issued. */
export const amendPlan = act({
  name: "planning.amend_plan",
  title: { vi: "Lập kế hoạch sửa đổi", en: "Draft a plan that amends another" },
  may: mayPlan,
  input: z.strictObject({ plan: planInput }),
  problems,
  constraints: { plan_one_draft: problems.draft_already, plan_replaced_once: problems.not_in_force },
  place: (context) => placeOfPlan(context, context.input.plan),
  async run({ trx, place: { plan }, now }) {
    const { id: replacesId, unit_id: unitId, year, note } = plan;
    if (plan.is_draft) throw new Problem(problems.not_in_force);
    const later = trx.selectFrom("plan").select(["id", "is_draft"]).where("replaces_id", "=", plan.id);
    const taken = await later.executeTakeFirst();
    if (taken) throw new Problem(taken.is_draft ? problems.draft_already : problems.not_in_force);
    const id = await insertDraft(trx, now, { unitId, year, replacesId, note });
    const leftOut = await copyContents(trx, plan, { id, unitId, year }, now);
    return { id, version: 1, left_out: leftOut };
  },
});
