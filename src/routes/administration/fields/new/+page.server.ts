import { formAction } from "#acts/form-action.ts";
import { addField, readFields } from "#modules/recommendation/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { withDays } from "#kernel/typed-date.ts";
import { keeperOfFields } from "../keeper.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { today } = await keeperOfFields(event);
  const fields = await readFields(currentDatabase().db, today);
  const parents = fields.filter(({ parent, ended }) => parent === null && !ended);
  return { parents: parents.map(({ code, name }) => ({ code, name })), today, key: crypto.randomUUID() };
};

export const actions: Actions = {
  default: formAction(addField, {
    input: (fields) => withDays(fields, "from"),
    then: () => "/administration/fields",
  }),
};
