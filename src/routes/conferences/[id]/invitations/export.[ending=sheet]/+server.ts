import { conferenceReadings } from "#modules/conference/server/index.ts";
import { listFile } from "../../../../list-file.ts";

/** The invitations of a conference, as far as the reader sees them on the page. */
export const GET = listFile(conferenceReadings.invitations, { conference: "id" });
