import { formAction } from "#acts/form-action.ts";
import { arrangeUnits, unitReadings } from "#modules/organization/server/index.ts";
import { unitHref } from "#modules/organization/ui/address.ts";
import { arrangementInput } from "#modules/organization/ui/arrangement.ts";
import { pageWith } from "../../../asking.ts";
import type { Actions } from "./$types";

export const load = pageWith("unit", unitReadings.toChange, { unit: "code" });

export const actions: Actions = {
  default: formAction(arrangeUnits, {
    input: arrangementInput,
    then: (_, { params }) => unitHref(params.code!),
  }),
};
