import { formAction } from "#acts/form-action.ts";
import { handOverReadings, recordHandOver } from "#modules/handover/server/index.ts";
import { recordHref } from "#modules/handover/ui/address.ts";
import { handOverInput } from "#modules/handover/ui/posted.ts";
import { pageOf } from "../../../asking.ts";
import type { Actions } from "./$types";

export const load = pageOf(handOverReadings.toRecord, { unit: "code" });

export const actions: Actions = {
  default: formAction(recordHandOver, {
    input: (fields, { params }) => handOverInput(params.code!, fields),
    then: ({ id }, { params }) => recordHref(params.code!, id),
  }),
};
