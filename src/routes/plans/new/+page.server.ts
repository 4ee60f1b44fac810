import { formAction } from "#acts/form-action.ts";
import { Problem } from "#kernel/problem.ts";
import { draftPlan, planReadings } from "#modules/planning/server/index.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { asking } from "../../asking.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { ask, today } = asking(event);
  const units = await ask(planReadings.draftingUnits, {});
  if (units.length === 0) throw new Problem(actProblems.not_permitted);
  return { units, thisYear: Number(today.slice(0, 4)), key: crypto.randomUUID() };
};

export const actions = {
  draft: formAction(draftPlan, {
    then: ({ id, left_out }) => {
      const query = left_out.length > 0 ? `?${new URLSearchParams({ left_out: left_out.join(" ") })}` : "";
      return `/plans/${id}/edit${query}`;
    },
  }),
};
