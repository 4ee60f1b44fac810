import { actionOf } from "#acts/form-action.ts";
import { deadlineReadings, endRule } from "#modules/deadline/server/index.ts";
import { pageWith } from "../../../../asking.ts";

export const load = pageWith("rule", deadlineReadings.rule, { rule: "code" });

export const actions = actionOf(endRule, {
  about: { rule: "code" },
  then: () => "/administration/rules",
});
