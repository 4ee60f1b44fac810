import { actionOf } from "#acts/form-action.ts";
import { endPost, peopleReadings } from "#modules/organization/server/index.ts";
import { pageWith } from "../../../../asking.ts";

export const load = pageWith("post", peopleReadings.post, { post: "id" });

export const actions = actionOf(endPost, {
  about: { post: "id" },
  then: ({ personId }) => `/administration/people/${personId}`,
});
