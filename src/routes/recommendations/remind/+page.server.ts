import { formAction } from "#acts/form-action.ts";
import { mayRemind } from "#modules/notification/permissions.ts";
import { remindNow } from "#modules/notification/server/index.ts";
import { remindable } from "#modules/recommendation/many.ts";
import { chosenIn } from "../chosen.ts";
import { readerOf, refuseFormWithout } from "../reader.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, url }) => {
  const reader = readerOf(locals);
  refuseFormWithout(reader.actor, mayRemind);
  const wanted = { may: mayRemind, fitting: remindable };
  const { matters, not, whole } = await chosenIn(reader, url, wanted);
  return { matters, not, whole, key: crypto.randomUUID() };
};

export const actions: Actions = { default: formAction(remindNow) };
