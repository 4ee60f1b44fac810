import { formAction } from "#acts/form-action.ts";
import { Problem } from "#kernel/problem.ts";
import { conferenceProblems } from "#modules/conference/problems.ts";
import { draftRequestsToMe, giveDraft } from "#modules/conference/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { dayOf } from "#ui/posted.ts";
import { signedIn } from "../../../units/signed-in.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const mine = await draftRequestsToMe(currentDatabase().db, actor, today);
  const request = mine.find(({ id }) => id === event.params.request);
  if (!request) throw new Problem(conferenceProblems.draft_not_found);
  return { request, key: crypto.randomUUID() };
};

export const actions: Actions = {
  default: formAction(giveDraft, {
    input: ({ text, action, done_on, basis, evidence }, { params }) => ({
      request: params.request,
      text,
      action,
      done_on: dayOf(done_on),
      basis,
      evidence,
    }),
    then: () => "/conferences/drafts",
  }),
};
