import { actionOf } from "#acts/form-action.ts";
import { correctMatter, matterReadings } from "#modules/recommendation/server/index.ts";
import { matterHref } from "#modules/recommendation/ui/list/address.ts";
import { formOf } from "../../form-of.ts";

export const load = formOf(matterReadings.toCorrect);

export const actions = actionOf(correctMatter, {
  about: { recommendation: "code" },
  then: ({ code }) => matterHref(code),
});
