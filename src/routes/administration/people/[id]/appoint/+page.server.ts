import { personAsKept } from "#modules/identity/server/index.ts";
import { formAction } from "#acts/form-action.ts";
import { Problem } from "#kernel/problem.ts";
import { organizationProblems } from "#modules/organization/problems.ts";
import { appoint, unitsWithin } from "#modules/organization/server/index.ts";
import { withDays } from "#ui/posted.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { administrator } from "../../../administrator.ts";
import { identifierIn } from "../../../identifier-in.ts";
import type { Actions, PageServerLoad } from "./$types";

const mostOffered = 300;

export const load: PageServerLoad = async (event) => {
  const asked = await administrator(event);
  const { today, unitIds } = asked;
  const { db } = currentDatabase();
  const person = await personAsKept(db, { ...asked, id: identifierIn(event.params.id) });
  if (!person.kept) throw new Problem(organizationProblems.person_kept_elsewhere);
  const units = await unitsWithin(db, unitIds, today, mostOffered);
  return { person, units, today, unit: event.url.searchParams.get("unit"), key: crypto.randomUUID() };
};

/** The unit chosen by name, or its code where the list does not have it; never silently one of two. */
function withUnit({ unit_chosen: chosen, ...fields }: Record<string, unknown>) {
  if (chosen && fields.unit && chosen !== fields.unit)
    throw new Problem(organizationProblems.two_units_named, { field: "unit" });
  return { ...fields, unit: fields.unit || chosen };
}

export const actions: Actions = {
  default: formAction(appoint, {
    input: (fields, { params }) => ({ ...withUnit(withDays(fields, "from", "until")), person: params.id }),
    then: (_, { params }) => `/administration/people/${params.id}`,
  }),
};
