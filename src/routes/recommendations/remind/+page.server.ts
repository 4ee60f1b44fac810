import { formAction } from "#acts/form-action.ts";
import { remindNow } from "#modules/notification/server/index.ts";
import { chosenMatters, codesIn } from "../chosen.ts";
import { readerOf } from "../reader.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, url }) => {
  const { db, actor, today } = readerOf(locals);
  const matters = await chosenMatters(db, actor, codesIn(url), today);
  return { matters, key: crypto.randomUUID() };
};

export const actions: Actions = { default: formAction(remindNow) };
