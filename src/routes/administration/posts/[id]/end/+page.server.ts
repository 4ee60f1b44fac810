import { formAction } from "#acts/form-action.ts";
import { endPost, peopleReadings } from "#modules/organization/server/index.ts";
import { pageWith } from "../../../../asking.ts";
import type { Actions } from "./$types";

export const load = pageWith("post", peopleReadings.post, { post: "id" });

export const actions: Actions = {
  default: formAction(endPost, {
    about: { post: "id" },
    then: ({ personId }) => `/administration/people/${personId}`,
  }),
};
