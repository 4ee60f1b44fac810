import { paperReadings } from "#modules/conference/server/index.ts";
import { pageOf } from "../../../asking.ts";

export const load = pageOf(paperReadings.papers, { conference: "id" });
