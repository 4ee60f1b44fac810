import { actionOf } from "#acts/form-action.ts";
import { checkIn, conferenceReadings } from "#modules/conference/server/index.ts";
import { pageOf } from "../../../asking.ts";

export const load = pageOf(conferenceReadings.door, { conference: "id" });

export const actions = actionOf(checkIn, {
  input: ({ badge }) => ({ badge }),
  about: { conference: "id" },
  place: "badge",
});
