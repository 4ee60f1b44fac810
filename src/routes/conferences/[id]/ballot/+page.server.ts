import { formAction } from "#acts/form-action.ts";
import { mayCountBallots } from "#modules/ballot/permissions.ts";
import { ballotOf, correctBallot, recordBallot } from "#modules/ballot/server/index.ts";
import { readRoomHead } from "#modules/conference/server/index.ts";
import { toldOfConferences } from "#modules/recommendation/server/index.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import type { RequestEvent } from "@sveltejs/kit";
import { signedIn } from "../../../units/signed-in.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const conference = await readRoomHead(db, actor, event.params.id, today);
  const counts = await mayDo(db, actor, mayCountBallots, conference.unitId, today);
  const told = await toldOfConferences(db, actor, [conference.id], today);
  const [present, ...earlier] = await ballotOf(db, conference.id, { counts, told });
  return { conference, present, earlier, counts, key: crypto.randomUUID() };
};

const input = (fields: Record<string, unknown>, { params }: RequestEvent) => ({
  ...fields,
  conference: params.id,
});
const then = ({ id }: { id: string }) => `/conferences/${id}/ballot`;

export const actions: Actions = {
  record: formAction(recordBallot, { input, then }),
  correct: formAction(correctBallot, { input, then }),
};
