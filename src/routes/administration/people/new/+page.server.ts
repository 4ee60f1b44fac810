import { formAction } from "#acts/form-action.ts";
import { addPerson, unitReadings } from "#modules/organization/server/index.ts";
import { asking } from "../../../asking.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const units = await asking(event).ask(unitReadings.administered, {});
  return { units, key: crypto.randomUUID() };
};

export const actions: Actions = {
  default: formAction(addPerson, { then: ({ id }) => `/administration/people/${id}` }),
};
