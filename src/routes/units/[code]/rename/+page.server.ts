import { formAction } from "#acts/form-action.ts";
import { renameUnit, unitReadings } from "#modules/organization/server/index.ts";
import { unitHref } from "#modules/organization/ui/address.ts";
import { pageWith } from "../../../asking.ts";
import type { Actions } from "./$types";

export const load = pageWith("unit", unitReadings.toChange, { unit: "code" });

export const actions: Actions = {
  default: formAction(renameUnit, {
    about: { unit: "code" },
    then: (_, { params }) => unitHref(params.code!),
  }),
};
