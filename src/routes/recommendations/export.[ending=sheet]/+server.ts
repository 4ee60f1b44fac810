import { listFileReadings } from "#modules/recommendation/server/index.ts";
import { listFile } from "../../list-file.ts";
import { wholeAsked } from "../whole-asked.ts";

/** The list of recommendations that the address asks for. */
export const GET = listFile(listFileReadings.whole, wholeAsked);
