import { actionOf } from "#acts/form-action.ts";
import { correctPerson, personReadings } from "#modules/identity/server/index.ts";
import { pageWith } from "../../../../asking.ts";

export const load = pageWith("person", personReadings.toCorrect, { id: "id" });

export const actions = actionOf(correctPerson, {
  about: { person: "id" },
  then: ({ id }) => `/administration/people/${id}`,
});
