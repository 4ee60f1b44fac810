import { formAction } from "#acts/form-action.ts";
import { Problem } from "#kernel/problem.ts";
import { mayHandOverWork } from "#modules/handover/permissions.ts";
import { arrangementOf, handOversOf, openWorkOf, recordHandOver } from "#modules/handover/server/index.ts";
import { recordHref } from "#modules/handover/ui/address.ts";
import { handOverInput } from "#modules/handover/ui/posted.ts";
import { mayDo, unitReadings } from "#modules/organization/server/index.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { asking } from "../../../asking.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today, ask } = asking(event);
  const { db } = currentDatabase();
  const { unit } = await ask(unitReadings.find, { unit: event.params.code });
  const { homeId, goesOn, first, receivers } = await arrangementOf(db, unit.code, today);
  if (!(await mayDo(db, actor, mayHandOverWork, homeId, today))) throw new Problem(actProblems.not_permitted);
  return {
    unit,
    goesOn,
    first,
    receivers: receivers.map(({ code, name }) => ({ code, name })),
    work: await openWorkOf(db, actor, unit.id, today),
    records: await handOversOf(db, actor, unit.id, today),
    key: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  default: formAction(recordHandOver, {
    input: (fields, { params }) => handOverInput(params.code!, fields),
    then: ({ id }, { params }) => recordHref(params.code!, id),
  }),
};
