import { matterPaperReadings } from "#modules/recommendation/server/index.ts";
import { pageOf } from "../../../asking.ts";

export const load = pageOf(matterPaperReadings.papers, { recommendation: "code" });
