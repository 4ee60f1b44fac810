import { collectedReadings } from "#modules/conference/server/index.ts";
import { listFile } from "../../../../list-file.ts";

/** What was collected for a conference, as far as the reader sees it on the page. */
export const GET = listFile(collectedReadings.collected, { conference: "id" });
