import { formAction } from "#acts/form-action.ts";
import { Problem } from "#kernel/problem.ts";
import { mayKeepConferences } from "#modules/conference/permissions.ts";
import { conferenceProblems } from "#modules/conference/problems.ts";
import { askDraft, findConference, readCollected } from "#modules/conference/server/index.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import { agenciesOf } from "#modules/recommendation/server/index.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { withDays } from "#ui/posted.ts";
import { signedIn } from "../../../../units/signed-in.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const conference = await findConference(db, actor, event.params.id, today);
  const keeps = await mayDo(db, actor, mayKeepConferences, conference.unitId, today);
  if (!keeps) throw new Problem(actProblems.not_permitted);
  const matters = (await readCollected(db, actor, conference, today)).flatMap((field) => field.matters);
  const matter = matters.find(({ code }) => code === event.params.code);
  if (!matter) throw new Problem(conferenceProblems.matter_not_here);
  return {
    conference,
    matter,
    agencies: await agenciesOf(db, conference.unit, today),
    key: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  default: formAction(askDraft, {
    input: (fields, { params }) => ({
      ...withDays(fields, "due"),
      conference: params.id,
      recommendation: params.code,
    }),
    then: (_, { params }) => `/conferences/${params.id}/collected`,
  }),
};
