import { actionOf } from "#acts/form-action.ts";
import { handOverReadings, recordHandOver } from "#modules/handover/server/index.ts";
import { recordHref } from "#modules/handover/ui/address.ts";
import { handOverInput } from "#modules/handover/ui/posted.ts";
import { pageOf } from "../../../asking.ts";

export const load = pageOf(handOverReadings.toRecord, { unit: "code" });

export const actions = actionOf(recordHandOver, {
  input: (fields, { params }) => handOverInput(params.code!, fields),
  then: ({ id }, { params }) => recordHref(params.code!, id),
});
