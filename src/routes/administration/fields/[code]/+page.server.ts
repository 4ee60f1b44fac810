import { formAction } from "#acts/form-action.ts";
import { endField, fieldReadings, renameField } from "#modules/recommendation/server/index.ts";
import { pageOf } from "../../../asking.ts";

const about = { field: "code" };

export const load = pageOf(fieldReadings.toChange, about);

const then = () => "/administration/fields";

export const actions = {
  rename: formAction(renameField, { about, then }),
  end: formAction(endField, { about, then }),
};
