import { actionOf } from "#acts/form-action.ts";
import { renameUnit, unitReadings } from "#modules/organization/server/index.ts";
import { unitHref } from "#modules/organization/ui/address.ts";
import { pageWith } from "../../../asking.ts";

export const load = pageWith("unit", unitReadings.toChange, { unit: "code" });

export const actions = actionOf(renameUnit, {
  about: { unit: "code" },
  then: (_, { params }) => unitHref(params.code!),
});
