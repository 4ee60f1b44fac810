import { handOverOffered, handOversOf } from "#modules/handover/server/index.ts";
import { mayDo, unitReadings } from "#modules/organization/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { asking } from "../../asking.ts";
import { dayAsked } from "../day-asked.ts";
import { mayAllowOwnApproval } from "#modules/recommendation/permissions.ts";
import { allowOwnApproval, ownApprovalAllowed } from "#modules/recommendation/server/index.ts";
import { formAction } from "#acts/form-action.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today, ask } = asking(event);
  const { db } = currentDatabase();
  const asked = dayAsked(event.url, today);
  const shown = await ask(unitReadings.shown, { unit: event.params.code, on: asked.day });
  const { unit } = shown;
  return {
    ...asked,
    ...shown,
    handOver: await handOverOffered(db, actor, unit.code, today),
    handOvers: await handOversOf(db, actor, unit.id, today),
    ownApproval: (await mayDo(db, actor, mayAllowOwnApproval, unit.id, today))
      ? { allowed: await ownApprovalAllowed(db, unit.id), key: crypto.randomUUID() }
      : null,
  };
};

export const actions: Actions = {
  approval: formAction(allowOwnApproval, {
    input: ({ allowed }, { params }) => ({ unit: params.code, allowed }),
    then: (_, { url }) => url.pathname,
  }),
};
