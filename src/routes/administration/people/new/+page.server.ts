import { formAction } from "#acts/form-action.ts";
import { addPerson, unitReadings } from "#modules/organization/server/index.ts";
import { pageWith } from "../../../asking.ts";
import type { Actions } from "./$types";

export const load = pageWith("units", unitReadings.administered);

export const actions: Actions = {
  default: formAction(addPerson, { then: ({ id }) => `/administration/people/${id}` }),
};
