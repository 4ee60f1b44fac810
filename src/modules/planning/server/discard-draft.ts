import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayPlan } from "../permissions.ts";
import { planningProblems as problems } from "../problems.ts";
import { planInput } from "./plan-input.ts";
import { clearContents, placeOfPlan, refuseUnlessDraft } from "./plan.store.ts";

/** A draft is put aside. It has bound nobody, so nothing of it is kept but the audit lines. */
export const discardDraft = act({
  name: "planning.discard_draft",
  title: { vi: "Bỏ dự thảo kế hoạch", en: "Discard a draft plan" },
  may: mayPlan,
  input: z.strictObject({ plan: planInput }),
  problems,
  constraints: { conference_planned_id_fkey: problems.draft_in_use },
  place: (context) => placeOfPlan(context, context.input.plan),
  async run({ trx, place: { plan } }) {
    refuseUnlessDraft(plan);
    await clearContents(trx, plan.id);
    await trx.deleteFrom("plan").where("id", "=", plan.id).execute();
    const { code: unit } = await trx
      .selectFrom("unit")
      .select("code")
      .where("id", "=", plan.unit_id)
      .executeTakeFirstOrThrow();
    return { id: plan.id, unit, year: plan.year };
  },
});
