import { formAction } from "#acts/form-action.ts";
import { agenciesOf, assignMany } from "#modules/recommendation/server/index.ts";
import { withDays } from "#ui/posted.ts";
import { chosenMatters, codesIn } from "../chosen.ts";
import { readerOf } from "../reader.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, url }) => {
  const { db, actor, today } = readerOf(locals);
  const matters = await chosenMatters(db, actor, codesIn(url), today);
  const keeper = matters[0]?.keeperCode;
  const agencies = keeper ? await agenciesOf(db, keeper, today) : [];
  return { matters, agencies, today, key: crypto.randomUUID() };
};

export const actions: Actions = {
  default: formAction(assignMany, {
    input: (fields) => withDays(fields, "due", "on"),
    then: ({ assigned }) => `/recommendations?view=open&sort=due&assigned=${assigned.length}`,
  }),
};
