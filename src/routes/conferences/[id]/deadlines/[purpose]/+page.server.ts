import { conferenceReadings } from "#modules/conference/server/index.ts";
import { PURPOSES } from "#modules/deadline/rule.ts";
import { error } from "@sveltejs/kit";
import { asking } from "../../../../asking.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = (event) => {
  const { id: conference } = event.params;
  const purpose = PURPOSES.find((known) => known === event.params.purpose) ?? error(404);
  return asking(event).ask(conferenceReadings.deadline, { conference, purpose });
};
