import { actionOf } from "#acts/form-action.ts";
import { annul, matterReadings } from "#modules/recommendation/server/index.ts";
import { matterHref } from "#modules/recommendation/ui/list/address.ts";
import { formOf } from "../../form-of.ts";

export const load = formOf(matterReadings.toAnnul);

export const actions = actionOf(annul, {
  about: { recommendation: "code" },
  then: ({ code }) => matterHref(code),
});
