import { formAction } from "#acts/form-action.ts";
import { addField, fieldReadings } from "#modules/recommendation/server/index.ts";
import { pageOf } from "../../../asking.ts";
import type { Actions } from "./$types";

export const load = pageOf(fieldReadings.toAdd);

export const actions: Actions = {
  default: formAction(addField, { then: () => "/administration/fields" }),
};
