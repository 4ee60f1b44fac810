import type { DB } from "#db";
import { optionalDay, optionalOf } from "#kernel/input.ts";
import type { Paper, Side } from "#modules/document/document-model.ts";
import { sides } from "#modules/document/document-model.ts";
import { ofDayTyped } from "#modules/document/paper-day.ts";
import { mayDo, unitByCode } from "#modules/organization/server/index.ts";
import { reading } from "#platform/server/reading/reading.ts";
import type { Transaction } from "kysely";
import { z } from "zod";
import { mayIssueReport } from "../permissions.ts";
import type { ReportNames } from "../report-names.ts";
import type { Report, ReportQuestion } from "../report.ts";
import { draftReport } from "./draft-report.ts";
import { carriesOn } from "./first-question.ts";
import { issuedReport, reportSides } from "./issue-report.ts";
import { reportAnswer } from "./report-answer.ts";
import { reportNames } from "./report-names.ts";
import { ofDaysOver, ofReport, period, questionOf } from "./report-question.ts";
import { countReport } from "./summary.ts";

/** The figures alone. */
export const summary = reading({
  ...ofReport,
  name: "reports.summary",
  title: { vi: "Báo cáo tổng hợp của đơn vị và cấp dưới", en: "The report on a unit and those below it" },
  query: z.strictObject(period),
  api: { path: "/reports/summary", answer: reportAnswer },
  ofDaysOver,
  read: ({ db, query, today }) => countReport(db, questionOf(query, today)),
});

/** The figures with what units and fields are called, and what may be done with them. */
export type ReportShown = {
  readonly report: Report;
  readonly names: ReportNames;
  readonly mayIssue: boolean;
  readonly carriesOn: boolean;
};

export const shown = reading({
  ...ofReport,
  name: "reports.shown",
  title: { vi: "Báo cáo như trên trang", en: "The report as its page shows it" },
  query: z.strictObject(period),
  ofDaysOver,
  async place(asker) {
    await ofReport.place(asker);
    const { db, actor, query, today } = asker;
    const { id } = await unitByCode(db, query.unit, "unit");
    return {
      mayIssue: await mayDo(db, actor, mayIssueReport, id, today),
      carriesOn: await carriesOn(db, id),
    };
  },
  async read({ db, query, place, today }): Promise<ReportShown> {
    const report = await countReport(db, questionOf(query, today));
    return { report, names: await reportNames(db, report), ...place };
  },
});

/** As the act issues it on a day: the cut-off is the period's end, or the day of issue where that is earlier. */
async function draftedOn(db: Transaction<DB>, question: ReportQuestion, side: Side, day: string) {
  const cut = question.asOf ?? question.to;
  const then = { ...question, asOf: cut > day ? day : cut, presentOn: day };
  const report = await countReport(db, day < question.today ? then : question);
  return { report, paper: await draftReport(db, report, side, day) };
}

/** The report as a paper of the unit's office that is not issued yet. */
export const draft = reading({
  ...ofReport,
  name: "reports.draft",
  title: { vi: "Dự thảo báo cáo", en: "The report as a draft paper" },
  query: z.strictObject({ ...period, side: optionalOf(z.enum(sides)), issued_on: optionalDay }),
  async read({ db, query: { side = "government", issued_on, ...asked }, today }): Promise<Paper> {
    const { day } = ofDayTyped(issued_on, today);
    return (await draftedOn(db, questionOf(asked, today), side, day)).paper;
  },
  paper: {
    papers: (paper): readonly [Paper] => [paper],
    called: (_, { from, to }) => [from, to],
  },
});

/** A report as it would be issued on a day, today unless another is said, and the one on the same period that it would take the place of. */
export const toIssue = reading({
  name: "reports.to_issue",
  title: { vi: "Báo cáo sắp ban hành", en: "The report as it would be issued" },
  query: z.strictObject({ ...period, side: optionalOf(z.enum(reportSides)), issued_on: optionalDay }),
  may: mayIssueReport,
  heavy: true,
  oneMoment: true,
  async place({ db, query }) {
    return { unitId: (await unitByCode(db, query.unit, "unit")).id };
  },
  async read({ db, query: { side = "government", issued_on, ...asked }, place: { unitId }, today }) {
    const { day } = ofDayTyped(issued_on, today);
    const { report, paper } = await draftedOn(db, questionOf(asked, today), side, day);
    const current = await issuedReport(db, { unitId, side, abstract: paper.abstract, today });
    return { paper, asOf: report.as_of, day, current };
  },
});
