import { Problem } from "#kernel/problem.ts";
import { formAction } from "#acts/form-action.ts";
import { openConference, findConference, readAttendance } from "#modules/conference/server/index.ts";
import { mayKeepConferences } from "#modules/conference/permissions.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { withDays } from "#ui/posted.ts";
import { signedIn } from "../../../units/signed-in.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const conference = await findConference(db, actor, event.params.id, today);
  const mayKeep = await mayDo(db, actor, mayKeepConferences, conference.unitId, today);
  if (!mayKeep) throw new Problem(actProblems.not_permitted);
  const attendance = await readAttendance(db, conference.id);
  return { conference, attendance, today, key: crypto.randomUUID() };
};

export const actions: Actions = {
  default: formAction(openConference, {
    input: (fields, { params }) => ({ ...withDays(fields, "held_on"), conference: params.id }),
    // On its day the secretary sits in the room; afterwards there is nothing to follow.
    then: ({ id, held_on }, event) =>
      held_on === signedIn(event).today ? `/conferences/${id}/room` : `/conferences/${id}`,
  }),
};
