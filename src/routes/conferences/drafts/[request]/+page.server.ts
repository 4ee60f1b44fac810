import { actionOf } from "#acts/form-action.ts";
import { draftReadings, giveDraft } from "#modules/conference/server/index.ts";
import { pageOf } from "../../../asking.ts";

export const load = pageOf(draftReadings.toGive, { request: "request" });

export const actions = actionOf(giveDraft, {
  input: ({ text, action, done_on, basis, evidence }) => ({ text, action, done_on, basis, evidence }),
  about: { request: "request" },
  then: () => "/conferences/drafts",
});
