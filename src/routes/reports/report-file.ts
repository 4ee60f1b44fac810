import { sides } from "#modules/document/document-model.ts";
import { draftReport, mayReadReport, reportSummary } from "#modules/report/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { paperResponse, sideAsked } from "../paper-response.ts";
import { signedIn } from "../units/signed-in.ts";
import { askedIn, questionOf } from "./asked.ts";

/** The report that the address asks for, as a paper of the unit's office. */
export async function reportFile(
  event: Parameters<typeof signedIn>[0],
  ending: "pdf" | "docx",
): Promise<Response> {
  const { actor, today } = signedIn(event);
  const { reports: db } = currentDatabase();
  const asked = await askedIn(event.url, actor, today);
  await mayReadReport(db, actor, asked, today);
  const report = await reportSummary(db, questionOf(asked, today));
  const paper = await draftReport(db, report, sideAsked(event.url, sides), today);
  return paperResponse(paper, ending, report.from, report.to);
}
