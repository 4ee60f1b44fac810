import { formAction } from "#acts/form-action.ts";
import { appoint, readPerson, unitsWithin } from "#modules/organization/server/index.ts";
import { withDays } from "#ui/posted.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { administrator } from "../../../administrator.ts";
import { identifierIn } from "../../../identifier-in.ts";
import type { Actions, PageServerLoad } from "./$types";

const mostOffered = 300;

export const load: PageServerLoad = async (event) => {
  const { today, unitIds } = await administrator(event);
  const { db } = currentDatabase();
  const person = await readPerson(db, unitIds, identifierIn(event.params.id), today);
  const units = await unitsWithin(db, unitIds, today, mostOffered);
  return { person, units, today, unit: event.url.searchParams.get("unit"), key: crypto.randomUUID() };
};

export const actions: Actions = {
  default: formAction(appoint, {
    input: (fields, { params }) => ({ ...withDays(fields, "from", "until"), person: params.id }),
    then: (_, { params }) => `/administration/people/${params.id}`,
  }),
};
