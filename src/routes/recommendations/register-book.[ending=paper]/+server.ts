import { sides } from "#modules/document/document-model.ts";
import { listFileReadings } from "#modules/recommendation/server/index.ts";
import { paperFile } from "../../paper-file.ts";
import { sideAsked } from "../../side-asked.ts";
import { wholeAsked } from "../whole-asked.ts";

/** The register book that the address asks for, by the same questions as the list, as a landscape paper. */
export const GET = paperFile(listFileReadings.book, (event) => ({
  ...wholeAsked(event),
  side: sideAsked(event.url, sides),
}));
