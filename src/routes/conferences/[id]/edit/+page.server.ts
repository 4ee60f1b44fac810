import { Problem } from "#kernel/problem.ts";
import { mayKeepConferences } from "#modules/conference/permissions.ts";
import { basesOffered, findConference } from "#modules/conference/server/index.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../../../units/signed-in.ts";
import { correctActions } from "../../form-actions.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const conference = await findConference(db, actor, event.params.id, today);
  const mayKeep = await mayDo(db, actor, mayKeepConferences, conference.unitId, today);
  if (!mayKeep) throw new Problem(actProblems.not_permitted);
  const bases = await basesOffered(db, [conference.unit], conference.heldOn);
  return { conference, bases, today, key: crypto.randomUUID() };
};

export const actions: Actions = correctActions;
