import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayPlan } from "../permissions.ts";
import { planningProblems as problems } from "../problems.ts";
import { contentsInput, planInput, rowsOf, versionInput } from "./plan-input.ts";
import { placeOfPlan, refuseUnlessDraft, replaceContents } from "./plan.store.ts";

/** What a draft asks of units and which conferences it foresees, all of it at once. */
export const changeDraft = act({
  name: "planning.change_draft",
  title: { vi: "Sửa dự thảo kế hoạch", en: "Change a draft plan" },
  may: mayPlan,
  input: z.strictObject({ plan: planInput, expected_version: versionInput, ...contentsInput }),
  problems,
  constraints: { conference_planned_id_fkey: problems.draft_in_use },
  place: (context) => placeOfPlan(context, context.input.plan),
  async run({ trx, input, place: { plan }, now }) {
    refuseUnlessDraft(plan, input.expected_version);
    await replaceContents(trx, plan.id, await rowsOf(trx, plan, input), now);
    const version = plan.version + 1;
    await trx
      .updateTable("plan")
      .set({ note: input.note ?? null, version })
      .where("id", "=", plan.id)
      .execute();
    return { id: plan.id, version };
  },
});
