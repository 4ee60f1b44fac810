import { formAction } from "#acts/form-action.ts";
import { checkIn, conferenceReadings } from "#modules/conference/server/index.ts";
import { pageOf } from "../../../asking.ts";
import type { Actions } from "./$types";

export const load = pageOf(conferenceReadings.door, { conference: "id" });

export const actions: Actions = {
  default: formAction(checkIn, {
    input: ({ badge }) => ({ badge }),
    about: { conference: "id" },
    place: "badge",
  }),
};
