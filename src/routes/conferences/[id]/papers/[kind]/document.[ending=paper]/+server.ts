import { paperReadings } from "#modules/conference/server/index.ts";
import { paperFile } from "../../../../../paper-file.ts";
import { paperAsked } from "../paper-asked.ts";

/** The paper as a file: of an invitation a copy for each who is invited, or with `?blank` one to write a name on. */
export const GET = paperFile(paperReadings.sheets, (event) => ({
  ...paperAsked(event),
  blank: event.url.searchParams.has("blank"),
}));
