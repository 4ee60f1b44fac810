import { refuseStrangers } from "../../../administration/posts/refuse-strangers.ts";
import { formAction } from "#acts/form-action.ts";
import { readUnit, renameUnit } from "#modules/organization/server/index.ts";
import { unitHref } from "#modules/organization/ui/address.ts";
import { withDays } from "#ui/posted.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../../signed-in.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const unit = await readUnit(currentDatabase().db, event.params.code, today);
  await refuseStrangers(actor, unit.id, today);
  return { unit, today, key: crypto.randomUUID() };
};

export const actions: Actions = {
  default: formAction(renameUnit, {
    input: (fields, { params }) => ({ ...withDays(fields, "on"), unit: params.code }),
    then: (_, { params }) => unitHref(params.code!),
  }),
};
