import { listFileReadings } from "#modules/recommendation/server/index.ts";
import { listFile } from "../../list-file.ts";
import { wholeAsked } from "../whole-asked.ts";

/** The register book as a sheet, as long as it may be. */
export const GET = listFile(listFileReadings.bookLines, wholeAsked);
