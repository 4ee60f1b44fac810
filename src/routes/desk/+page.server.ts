import { formAction } from "#acts/form-action.ts";
import { conferenceReadings } from "#modules/conference/server/index.ts";
import { deskReadings, removeFilter } from "#modules/desk/server/index.ts";
import { grantInput, refusalInput } from "#modules/desk/ui/extension-decision.ts";
import { extend, refuseExtension } from "#modules/recommendation/server/index.ts";
import { asking } from "../asking.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today, ask } = asking(event);
  return {
    name: actor.name,
    today,
    desk: await ask(deskReadings.shown, {}),
    ...(await ask(conferenceReadings.latest, {})),
    mayRecord: (await ask(conferenceReadings.kept, {})).length > 0,
    // Of the request, so that a page which is sent as it was drawn has another each time.
    key: event.locals.formKey,
  };
};

export const actions = {
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
