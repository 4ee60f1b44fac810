import { draftReadings } from "#modules/conference/server/index.ts";
import { listFile } from "../../../list-file.ts";

/** The drafts that the reader's agency is asked for. */
export const GET = listFile(draftReadings.asked);
