import { formAction } from "#acts/form-action.ts";
import { correctPerson, personReadings } from "#modules/identity/server/index.ts";
import { pageWith } from "../../../../asking.ts";
import type { Actions } from "./$types";

export const load = pageWith("person", personReadings.toCorrect, { id: "id" });

export const actions: Actions = {
  default: formAction(correctPerson, {
    about: { person: "id" },
    then: ({ id }) => `/administration/people/${id}`,
  }),
};
