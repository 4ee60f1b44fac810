import { fieldReadings } from "#modules/recommendation/server/index.ts";
import { listFile } from "../../../list-file.ts";

/** The taxonomy, with the fields that were. */
export const GET = listFile(fieldReadings.kept);
