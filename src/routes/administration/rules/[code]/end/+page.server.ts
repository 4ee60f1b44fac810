import { formAction } from "#acts/form-action.ts";
import { deadlineReadings, endRule } from "#modules/deadline/server/index.ts";
import { withDays } from "#kernel/typed-date.ts";
import { asking } from "../../../../asking.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { ask, today } = asking(event);
  return {
    today,
    rule: await ask(deadlineReadings.rule, { rule: event.params.code }),
    key: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  default: formAction(endRule, {
    input: (fields, { params }) => ({ ...withDays(fields, "until"), rule: params.code }),
    then: () => "/administration/rules",
  }),
};
