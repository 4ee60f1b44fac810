import { formAction } from "#acts/form-action.ts";
import { endField, readFields, renameField } from "#modules/recommendation/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { withDays } from "#kernel/typed-date.ts";
import { error } from "@sveltejs/kit";
import { keeperOfFields } from "../keeper.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { today } = await keeperOfFields(event);
  const fields = await readFields(currentDatabase().db, today);
  const field = fields.find(({ code }) => code === event.params.code) ?? error(404);
  const parts = fields.filter(({ parent, ended }) => parent === field.code && !ended).length;
  return { field, parts, today, key: crypto.randomUUID() };
};

const then = () => "/administration/fields";

export const actions: Actions = {
  rename: formAction(renameField, {
    input: (fields, { params }) => ({ ...withDays(fields, "on"), field: params.code }),
    then,
  }),
  end: formAction(endField, {
    input: (fields, { params }) => ({ ...withDays(fields, "until"), field: params.code }),
    then,
  }),
};
