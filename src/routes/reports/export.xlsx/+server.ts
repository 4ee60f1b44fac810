import { reportWorkbook } from "#modules/report/report-sheet.ts";
import { reportReadings } from "#modules/report/server/index.ts";
import { sheetStream, sheetType } from "#platform/server/sheet/sheet-stream.ts";
import { streamed } from "#platform/server/streamed.ts";
import { asking } from "../../asking.ts";
import { askedIn } from "../asked.ts";
import type { RequestHandler } from "./$types";

/** The report that the address asks for, as a spreadsheet. */
export const GET: RequestHandler = async (event) => {
  const { ask } = asking(event, "file");
  const { report, names } = await ask(reportReadings.shown, await askedIn(event));
  const name = `bao-cao-${report.from}-${report.to}.xlsx`;
  const headers = { "content-type": sheetType, "content-disposition": `attachment; filename="${name}"` };
  return new Response(streamed(sheetStream(reportWorkbook(report, names))), { headers });
};
