import { fieldsOf, formAction } from "#acts/form-action.ts";
import { Problem } from "#kernel/problem.ts";
import { unitNames } from "#modules/desk/server/index.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import { mayPlan } from "#modules/planning/permissions.ts";
import { planningProblems } from "#modules/planning/problems.ts";
import { changeDraft, findPlan, unitsToPlan } from "#modules/planning/server/index.ts";
import { filled, planInput, withoutRow, type PlanValues } from "#modules/planning/ui/plan-form.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import type { RequestEvent } from "@sveltejs/kit";
import { signedIn } from "../../../units/signed-in.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const plan = await findPlan(db, actor, event.params.id, today);
  if (!(await mayDo(db, actor, mayPlan, plan.unitId, today))) throw new Problem(actProblems.not_permitted);
  if (plan.state !== "draft") throw new Problem(planningProblems.not_a_draft);
  const named = [...plan.requirements, ...plan.planned].map(({ unit }) => unit);
  const leftOut = (event.url.searchParams.get("left_out") ?? "").split(" ").slice(0, 50);
  const names = await unitNames(db, leftOut, today);
  return {
    ...{ plan, key: crypto.randomUUID(), leftOut: Object.values(names) },
    units: await unitsToPlan(db, plan, named),
  };
};

/** The form again, with everything that was typed: a row more, a row fewer, or one number for all units. */
async function more(event: RequestEvent): Promise<{ typed: PlanValues }> {
  const fields = fieldsOf(await event.request.formData());
  const texts = Object.entries(fields).filter(([, value]) => typeof value === "string");
  const { fill, remove_row: removed, ...values } = Object.fromEntries(texts) as Record<string, string>;
  if (fill !== undefined) return { typed: filled(values, 1) };
  return { typed: removed === undefined ? values : withoutRow(values, Number(removed)) };
}

export const actions: Actions = {
  more,
  save: formAction(changeDraft, {
    input: (fields, { params }) => ({ plan: params.id, ...planInput(fields) }),
    then: ({ id }) => `/plans/${id}`,
  }),
};
