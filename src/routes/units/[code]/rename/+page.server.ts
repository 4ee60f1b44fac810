import { formAction } from "#acts/form-action.ts";
import { renameUnit, unitReadings } from "#modules/organization/server/index.ts";
import { unitHref } from "#modules/organization/ui/address.ts";
import { withDays } from "#kernel/typed-date.ts";
import { asking } from "../../../asking.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { ask, today } = asking(event);
  const unit = await ask(unitReadings.toChange, { unit: event.params.code });
  return { unit, today, key: crypto.randomUUID() };
};

export const actions: Actions = {
  default: formAction(renameUnit, {
    input: (fields, { params }) => ({ ...withDays(fields, "on"), unit: params.code }),
    then: (_, { params }) => unitHref(params.code!),
  }),
};
