import { Problem } from "#kernel/problem.ts";
import { mayInvite } from "#modules/conference/permissions.ts";
import { findConference, readInvitations } from "#modules/conference/server/index.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { squareCode } from "#platform/server/square-code.ts";
import { signedIn } from "../../../units/signed-in.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const conference = await findConference(db, actor, event.params.id, today);
  if (!(await mayDo(db, actor, mayInvite, conference.unitId, today)))
    throw new Problem(actProblems.not_permitted);
  const badges = (await readInvitations(db, actor, conference, today)).flatMap(({ name: from, delegates }) =>
    delegates.map(({ name, title, badge }) => ({ name, title, badge, from, square: squareCode(badge) })),
  );
  return { conference, badges };
};
