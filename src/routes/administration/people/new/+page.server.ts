import { formAction } from "#acts/form-action.ts";
import { addPerson, unitLines } from "#modules/organization/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { administrator } from "../../administrator.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { today, unitIds } = await administrator(event);
  const units = [...(await unitLines(currentDatabase().db, unitIds, today)).values()];
  return { units, key: crypto.randomUUID() };
};

export const actions: Actions = {
  default: formAction(addPerson, { then: ({ id }) => `/administration/people/${id}` }),
};
