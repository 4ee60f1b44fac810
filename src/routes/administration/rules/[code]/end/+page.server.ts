import { formAction } from "#acts/form-action.ts";
import { deadlineReadings, endRule } from "#modules/deadline/server/index.ts";
import { pageWith } from "../../../../asking.ts";
import type { Actions } from "./$types";

export const load = pageWith("rule", deadlineReadings.rule, { rule: "code" });

export const actions: Actions = {
  default: formAction(endRule, {
    about: { rule: "code" },
    then: () => "/administration/rules",
  }),
};
