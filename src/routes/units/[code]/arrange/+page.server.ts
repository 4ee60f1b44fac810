import { refuseStrangers } from "../../../administration/posts/refuse-strangers.ts";
import { formAction } from "#acts/form-action.ts";
import { arrangeUnits, readUnit } from "#modules/organization/server/index.ts";
import { unitHref } from "#modules/organization/ui/address.ts";
import { arrangementInput } from "#modules/organization/ui/arrangement.ts";
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
  default: formAction(arrangeUnits, {
    input: arrangementInput,
    then: (_, { params }) => unitHref(params.code!),
  }),
};
