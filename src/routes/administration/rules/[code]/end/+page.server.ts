import { actProblems } from "#platform/server/act/problems.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import { mayKeepRules } from "#modules/deadline/permissions.ts";
import { Problem } from "#kernel/problem.ts";
import { formAction } from "#acts/form-action.ts";
import { endRule, readRules } from "#modules/deadline/server/index.ts";
import { withDays } from "#ui/posted.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { error } from "@sveltejs/kit";
import { administrator } from "../../../administrator.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = await administrator(event);
  const rules = await readRules(currentDatabase().db, today);
  const rule = rules.find(({ code }) => code === event.params.code) ?? error(404);
  if (!(await mayDo(currentDatabase().db, actor, mayKeepRules, rule.territoryId, today)))
    throw new Problem(actProblems.not_permitted);
  return { rule, today, key: crypto.randomUUID() };
};

export const actions: Actions = {
  default: formAction(endRule, {
    input: (fields, { params }) => ({ ...withDays(fields, "until"), rule: params.code }),
    then: () => "/administration/rules",
  }),
};
