import { handOverReadings } from "#modules/handover/server/index.ts";
import { pageOf } from "../../../../asking.ts";

export const load = pageOf(handOverReadings.find, { unit: "code", record: "id" });
