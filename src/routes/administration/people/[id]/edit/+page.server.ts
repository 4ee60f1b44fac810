import { formAction } from "#acts/form-action.ts";
import { Problem } from "#kernel/problem.ts";
import { identityProblems } from "#modules/identity/problems.ts";
import { correctPerson, personAsKept } from "#modules/identity/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { administrator } from "../../../administrator.ts";
import { identifierIn } from "../../../identifier-in.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const asked = { ...(await administrator(event)), id: identifierIn(event.params.id) };
  const person = await personAsKept(currentDatabase().db, asked);
  if (!person.kept) throw new Problem(identityProblems.beyond_own_rights);
  return { person, key: crypto.randomUUID() };
};

export const actions: Actions = {
  default: formAction(correctPerson, {
    input: (fields, { params }) => ({ ...fields, person: params.id }),
    then: ({ id }) => `/administration/people/${id}`,
  }),
};
