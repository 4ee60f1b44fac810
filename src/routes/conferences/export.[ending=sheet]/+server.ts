import { conferenceReadings } from "#modules/conference/server/index.ts";
import { listFile } from "../../list-file.ts";
import { filterIn } from "../asked.ts";

/** The list of conferences that the address asks for. */
export const GET = listFile(conferenceReadings.listed, ({ url }) => filterIn(url));
