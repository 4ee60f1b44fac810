import { actionOf } from "#acts/form-action.ts";
import { callOffConference, conferenceReadings } from "#modules/conference/server/index.ts";
import { pageOf } from "../../../asking.ts";

export const load = pageOf(conferenceReadings.toCallOff, { conference: "id" });

export const actions = actionOf(callOffConference, {
  about: { conference: "id" },
  then: ({ id }) => `/conferences/${id}`,
});
