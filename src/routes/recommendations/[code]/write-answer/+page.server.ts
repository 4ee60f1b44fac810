import { actionOf } from "#acts/form-action.ts";
import { matterReadings, writeAnswer } from "#modules/recommendation/server/index.ts";
import { matterHref } from "#modules/recommendation/ui/list/address.ts";
import { formOf } from "../../form-of.ts";

export const load = formOf(matterReadings.toWriteAnswer);

export const actions = actionOf(writeAnswer, {
  about: { recommendation: "code" },
  then: ({ code }) => matterHref(code),
});
