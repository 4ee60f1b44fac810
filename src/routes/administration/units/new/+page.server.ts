import { actionOf } from "#acts/form-action.ts";
import { mayKeepUnits } from "#modules/organization/permissions.ts";
import { createUnit } from "#modules/organization/server/index.ts";
import { unitHref } from "#modules/organization/ui/address.ts";
import { forHolders } from "../../../for-holders.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = (event) => {
  forHolders(event, mayKeepUnits);
  return { parent: event.url.searchParams.get("parent"), key: crypto.randomUUID() };
};

export const actions = actionOf(createUnit, {
  then: ({ code }) => unitHref(code),
});
