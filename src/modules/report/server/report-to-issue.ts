import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import type { Paper, Side } from "#modules/document/document-model.ts";
import type { DocumentLine } from "#modules/document/server/index.ts";
import { mayDo, unitByCode } from "#modules/organization/server/index.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import type { Kysely } from "kysely";
import { mayIssueReport } from "../permissions.ts";
import type { ReportQuestion } from "../report.ts";
import { draftReport } from "./draft-report.ts";
import { issuedReport } from "./issue-report.ts";
import { reportSummary } from "./summary.ts";

export type ReportToIssue = {
  readonly paper: Paper;
  readonly asOf: string;
  /** The report on the same period that this one would take the place of. */
  readonly current: DocumentLine | null;
};

/** Whether this actor may issue the reports of a unit. */
export async function mayIssueReportOf(
  db: Kysely<DB>,
  actor: Actor,
  unit: string,
  today: string,
): Promise<boolean> {
  const { id } = await unitByCode(db, unit, "unit");
  return mayDo(db, actor, mayIssueReport, id, today);
}

/**
 * A report as it would be issued today.
 * @throws Problem `act.not_permitted`, and what `reportSummary` refuses
 */
export async function reportToIssue(
  db: Kysely<DB>,
  actor: Actor,
  question: ReportQuestion,
  side: Side,
): Promise<ReportToIssue> {
  const { today } = question;
  if (!(await mayIssueReportOf(db, actor, question.unit, today)))
    throw new Problem(actProblems.not_permitted);
  const report = await reportSummary(db, question);
  const paper = await draftReport(db, report, side, today);
  const { id: unitId } = await unitByCode(db, question.unit, "unit");
  const current = await issuedReport(db, { unitId, side, abstract: paper.abstract, today });
  return { paper, asOf: report.as_of, current };
}
