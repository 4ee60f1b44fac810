import { formAction } from "#acts/form-action.ts";
import { correctMatter, matterReadings } from "#modules/recommendation/server/index.ts";
import { matterHref } from "#modules/recommendation/ui/list/address.ts";
import { formOf } from "../../form-of.ts";
import type { Actions } from "./$types";

export const load = formOf(matterReadings.toCorrect);

export const actions: Actions = {
  default: formAction(correctMatter, {
    about: { recommendation: "code" },
    then: ({ code }) => matterHref(code),
  }),
};
