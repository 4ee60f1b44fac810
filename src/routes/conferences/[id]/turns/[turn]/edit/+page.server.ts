import { formAction } from "#acts/form-action.ts";
import { Problem } from "#kernel/problem.ts";
import { mayCorrectTurns } from "#modules/conference/permissions.ts";
import { correctTurn, findConference, findTurn, recordingChoices } from "#modules/conference/server/index.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../../../../../units/signed-in.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const { id, unitId, form, heldOn } = await findConference(db, actor, event.params.id, today);
  const mayCorrect = await mayDo(db, actor, mayCorrectTurns, unitId, today);
  if (!mayCorrect) throw new Problem(actProblems.not_permitted);
  return {
    conference: { id, form, heldOn },
    turn: await findTurn(db, id, event.params.turn),
    choices: await recordingChoices(db, unitId, heldOn),
    key: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  default: formAction(correctTurn, {
    input: (fields, { params }) => ({ ...fields, turn: params.turn }),
    then: ({ id }, { params }) => `/conferences/${params.id}#turn-${id}`,
  }),
};
