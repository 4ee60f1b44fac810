import { formAction } from "#acts/form-action.ts";
import { remindNow } from "#modules/notification/server/index.ts";
import { remindable } from "#modules/recommendation/many.ts";
import { chosenIn } from "../chosen.ts";
import { readerOf } from "../reader.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, url }) => {
  const { matters, whole } = await chosenIn(readerOf(locals), url, remindable);
  return { matters, whole, key: crypto.randomUUID() };
};

export const actions: Actions = { default: formAction(remindNow) };
