import { conclusionReadings } from "#modules/conclusion/server/index.ts";
import { paperFile } from "../../../../../../paper-file.ts";
import { editionAsked } from "../../edition-asked.ts";

/** One paper of an edition as a file, for whoever reads the edition, named after its number. */
export const GET = paperFile(conclusionReadings.paper, (event) => ({
  ...editionAsked(event),
  side: event.params.side,
}));
