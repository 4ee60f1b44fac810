import { actionOf } from "#acts/form-action.ts";
import { annul, matterReadings } from "#modules/recommendation/server/index.ts";
import { matterHref } from "#modules/recommendation/ui/list/address.ts";
import { formOf } from "../../form-of.ts";

export const load = formOf(matterReadings.toAnnul, ({ params: { code }, url }) => ({
  recommendation: code,
  before_hold: url.searchParams.has("before_hold"),
}));

export const actions = actionOf(annul, {
  about: { recommendation: "code" },
  then: ({ code }) => matterHref(code),
});
