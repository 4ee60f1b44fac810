import { formAction } from "#acts/form-action.ts";
import { listConferences } from "#modules/conference/server/index.ts";
import { readDesk, removeFilter } from "#modules/desk/server/index.ts";
import { grantInput, refusalInput } from "#modules/desk/ui/extension-decision.ts";
import { extend, refuseExtension } from "#modules/recommendation/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../units/signed-in.ts";
import { keptUnits } from "../conferences/kept-units.ts";
import type { Actions, PageServerLoad } from "./$types";

const fewLast = 5;

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  return {
    name: actor.name,
    today,
    desk: await readDesk(db, actor, today),
    conferences: (await listConferences(db, actor, { life: "held" }, today, 1, fewLast)).lines,
    upcoming: (await listConferences(db, actor, { life: "prepared" }, today, 1, fewLast)).lines,
    mayRecord: (await keptUnits(actor)).length > 0,
    key: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  extend: formAction(extend, {
    input: grantInput,
    then: () => "/desk",
  }),
  refuse_extension: formAction(refuseExtension, {
    input: refusalInput,
    then: () => "/desk",
  }),
  remove_filter: formAction(removeFilter, { then: () => "/desk" }),
};
