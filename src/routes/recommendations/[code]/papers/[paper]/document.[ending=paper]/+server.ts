import { matterPaperReadings } from "#modules/recommendation/server/index.ts";
import { paperFile } from "../../../../../paper-file.ts";
import { paperAsked } from "../paper-asked.ts";

/** The draft as a file, not yet numbered. */
export const GET = paperFile(matterPaperReadings.paper, paperAsked);
