import { actionOf } from "#acts/form-action.ts";
import { addField, fieldReadings } from "#modules/recommendation/server/index.ts";
import { pageOf } from "../../../asking.ts";

export const load = pageOf(fieldReadings.toAdd);

export const actions = actionOf(addField, { then: () => "/administration/fields" });
