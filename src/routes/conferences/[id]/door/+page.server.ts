import { formAction } from "#acts/form-action.ts";
import { Problem } from "#kernel/problem.ts";
import { mayInvite } from "#modules/conference/permissions.ts";
import { checkIn, findConference, readAttendance } from "#modules/conference/server/index.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../../../units/signed-in.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const conference = await findConference(db, actor, event.params.id, today);
  if (!(await mayDo(db, actor, mayInvite, conference.unitId, today)))
    throw new Problem(actProblems.not_permitted);
  return {
    conference,
    attendance: await readAttendance(db, conference.id),
    key: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  default: formAction(checkIn, {
    input: ({ badge }, { params }) => ({ conference: params.id, badge }),
    place: "badge",
  }),
};
