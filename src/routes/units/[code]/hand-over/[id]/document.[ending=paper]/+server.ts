import { handOverReadings } from "#modules/handover/server/index.ts";
import { paperFile } from "../../../../../paper-file.ts";
import { sideAsked } from "../../../../../side-asked.ts";

/** The record as a file, for both sides to sign. */
export const GET = paperFile(handOverReadings.paper, ({ params, url }) => ({
  unit: params.code,
  record: params.id,
  side: sideAsked(url, ["party", "government"]),
}));
