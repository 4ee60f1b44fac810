import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayPlan } from "../permissions.ts";
import { planningProblems as problems } from "../problems.ts";
import { planAsWritten } from "./plan-as-written.ts";
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
  async run(context) {
    const { input, now } = context;
    const {
      trx,
      place: { plan },
    } = context;
    refuseUnlessDraft(plan, input.expected_version);
    const rows = await rowsOf(trx, plan, input);
    const said = await planAsWritten(context, plan, { note: input.note ?? null, planned: rows.planned });
    await replaceContents(trx, plan.id, { ...rows, planned: said.planned }, now);
    const version = plan.version + 1;
    await trx.updateTable("plan").set({ note: said.note, version }).where("id", "=", plan.id).execute();
    return { id: plan.id, version };
  },
});
