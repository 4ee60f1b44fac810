import { reportWorkbook } from "#modules/report/report-sheet.ts";
import { mayReadReport, reportNames, reportSummary } from "#modules/report/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { sheetStream, sheetType } from "#platform/server/sheet/sheet-stream.ts";
import { streamed } from "#platform/server/streamed.ts";
import { signedIn } from "../../units/signed-in.ts";
import { askedIn, questionOf } from "../asked.ts";
import type { RequestHandler } from "./$types";

/** The report that the address asks for, as a spreadsheet. */
export const GET: RequestHandler = async (event) => {
  const { actor, today } = signedIn(event);
  const { reports: db } = currentDatabase();
  const asked = await askedIn(event.url, actor, today);
  await mayReadReport(db, actor, asked, today);
  const report = await reportSummary(db, questionOf(asked, today));
  const file = sheetStream(reportWorkbook(report, await reportNames(db, report)));
  const name = `bao-cao-${report.from}-${report.to}.xlsx`;
  const headers = { "content-type": sheetType, "content-disposition": `attachment; filename="${name}"` };
  return new Response(streamed(file), { headers });
};
