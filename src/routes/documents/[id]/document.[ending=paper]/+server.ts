import { documentReadings } from "#modules/document/server/index.ts";
import { paperFile } from "../../../paper-file.ts";

/** An issued document as a file, named after its number: "12-tb-ubnd.pdf". */
export const GET = paperFile(documentReadings.find, { document: "id" });
