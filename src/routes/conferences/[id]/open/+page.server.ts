import { actionOf } from "#acts/form-action.ts";
import { conferenceReadings, openConference } from "#modules/conference/server/index.ts";
import { asking, pageOf } from "../../../asking.ts";

export const load = pageOf(conferenceReadings.toOpen, { conference: "id" });

export const actions = actionOf(openConference, {
  about: { conference: "id" },
  // On its day the secretary sits in the room; afterwards there is nothing to follow.
  then: ({ id, held_on }, event) =>
    held_on === asking(event).today ? `/conferences/${id}/room` : `/conferences/${id}`,
});
