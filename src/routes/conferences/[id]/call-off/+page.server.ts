import { formAction } from "#acts/form-action.ts";
import { callOffConference, conferenceReadings } from "#modules/conference/server/index.ts";
import { pageOf } from "../../../asking.ts";
import type { Actions } from "./$types";

export const load = pageOf(conferenceReadings.toCallOff, { conference: "id" });

export const actions: Actions = {
  default: formAction(callOffConference, {
    about: { conference: "id" },
    then: ({ id }) => `/conferences/${id}`,
  }),
};
