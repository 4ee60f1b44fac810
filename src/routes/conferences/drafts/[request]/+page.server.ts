import { formAction } from "#acts/form-action.ts";
import { draftReadings, giveDraft } from "#modules/conference/server/index.ts";
import { pageOf } from "../../../asking.ts";
import type { Actions } from "./$types";

export const load = pageOf(draftReadings.toGive, { request: "request" });

export const actions: Actions = {
  default: formAction(giveDraft, {
    input: ({ text, action, done_on, basis, evidence }) => ({ text, action, done_on, basis, evidence }),
    about: { request: "request" },
    then: () => "/conferences/drafts",
  }),
};
