import { reportReadings } from "#modules/report/server/index.ts";
import { paperFile } from "../../paper-file.ts";
import { dayTyped } from "../../day-typed.ts";
import { askedIn } from "../asked.ts";

/** The report as a paper. */
export const GET = paperFile(reportReadings.draft, async (event) => ({
  ...(await askedIn(event)),
  side: event.url.searchParams.get("side") ?? "",
  issued_on: dayTyped(event.url),
}));
