import { formAction } from "#acts/form-action.ts";
import { correctPerson } from "#modules/identity/server/index.ts";
import { readPerson } from "#modules/organization/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { administrator } from "../../../administrator.ts";
import { identifierIn } from "../../../identifier-in.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { today, unitIds } = await administrator(event);
  const person = await readPerson(currentDatabase().db, unitIds, identifierIn(event.params.id), today);
  return { person, key: crypto.randomUUID() };
};

export const actions: Actions = {
  default: formAction(correctPerson, {
    input: (fields, { params }) => ({ ...fields, person: params.id }),
    then: ({ id }) => `/administration/people/${id}`,
  }),
};
