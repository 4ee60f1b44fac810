import { conferenceReadings } from "#modules/conference/server/index.ts";
import { pageOf } from "../../../../asking.ts";
import { purposeAsked } from "../../../../purpose-asked.ts";

export const load = pageOf(conferenceReadings.deadline, (event) => ({
  conference: event.params.id,
  purpose: purposeAsked(event),
}));
