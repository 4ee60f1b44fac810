import { formAction } from "#acts/form-action.ts";
import { correctPerson, personReadings } from "#modules/identity/server/index.ts";
import { asking } from "../../../../asking.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => ({
  person: await asking(event).ask(personReadings.toCorrect, { id: event.params.id }),
  key: crypto.randomUUID(),
});

export const actions: Actions = {
  default: formAction(correctPerson, {
    input: (fields, { params }) => ({ ...fields, person: params.id }),
    then: ({ id }) => `/administration/people/${id}`,
  }),
};
