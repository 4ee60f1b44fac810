import { actionOf } from "#acts/form-action.ts";
import { addPerson, unitReadings } from "#modules/organization/server/index.ts";
import { pageWith } from "../../../asking.ts";

export const load = pageWith("units", unitReadings.administered);

export const actions = actionOf(addPerson, { then: ({ id }) => `/administration/people/${id}` });
