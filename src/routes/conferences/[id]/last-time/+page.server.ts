import { conferenceReadings } from "#modules/conference/server/index.ts";
import { pageOf } from "../../../asking.ts";

export const load = pageOf(conferenceReadings.last, { conference: "id" });
