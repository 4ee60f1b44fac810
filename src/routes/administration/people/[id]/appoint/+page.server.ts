import { personReadings } from "#modules/identity/server/index.ts";
import { actionOf } from "#acts/form-action.ts";
import { capacities } from "#kernel/actor.ts";
import { mayGiveTo } from "#kernel/permission.ts";
import { Problem } from "#kernel/problem.ts";
import { organizationProblems } from "#modules/organization/problems.ts";
import { appoint, unitReadings } from "#modules/organization/server/index.ts";
import { asking } from "../../../../asking.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { ask, actor, today } = asking(event);
  const person = await ask(personReadings.toAppoint, { id: event.params.id });
  const units = await ask(unitReadings.appointing, {});
  const unit = event.url.searchParams.get("unit");
  const offered = capacities.filter((capacity) => mayGiveTo(actor, person.id, capacity));
  return { person, units, today, unit, offered, key: crypto.randomUUID() };
};

/** The unit chosen by name, or its code where the list does not have it; never silently one of two. */
function withUnit({ unit_chosen: chosen, ...fields }: Record<string, unknown>) {
  if (chosen && fields.unit && chosen !== fields.unit)
    throw new Problem(organizationProblems.two_units_named, { field: "unit" });
  return { ...fields, unit: fields.unit || chosen };
}

export const actions = actionOf(appoint, {
  input: withUnit,
  about: { person: "id" },
  then: (_, { params }) => `/administration/people/${params.id}`,
});
