import { optionalText, optionalWholeNumber, textInput } from "#kernel/input.ts";
import { reading } from "#platform/server/reading/reading.ts";
import { z } from "zod";
import { caseSheet } from "../ui/case-sheet.ts";
import type { CasePage } from "../case.ts";
import type { ReportNames } from "../report-names.ts";
import { balanceWords, figureWords } from "../words.ts";
import { listCases } from "./cases.ts";
import { casesAnswer } from "./report-answer.ts";
import { namesOf } from "./report-names.ts";
import { ofReport, period, questionOf } from "./report-question.ts";

const asked = { ...period, after: optionalText(200), limit: optionalWholeNumber(1, 200) };

/** The records behind a figure. */
export const cases = reading({
  ...ofReport,
  name: "reports.cases",
  title: { vi: "Các vụ việc của một con số trong báo cáo", en: "The cases behind a figure of the report" },
  query: z.strictObject({ ...asked, figure: textInput(200) }),
  api: { path: "/reports/cases", answer: casesAnswer },
  read: ({ db, query: { figure, after, limit, ...of }, today }) =>
    listCases(db, questionOf(of, today), figure, { after, limit }),
});

/** A page of cases with what units and fields are called. */
export type CasesShown = CasePage & { readonly asOf: string; readonly names: ReportNames };

/** The most lines that are read at once for a file. */
const PART = 200;

export const shownCases = reading({
  ...ofReport,
  name: "reports.shown_cases",
  title: {
    vi: "Các vụ việc của một con số, như trên trang",
    en: "The cases behind a figure as their page shows them",
  },
  query: z.strictObject({ ...asked, figure: textInput(200).default("received") }),
  async read({ db, query: { figure, after, limit, ...of }, today }): Promise<CasesShown> {
    const question = questionOf(of, today);
    const page = await listCases(db, question, figure, { after, limit });
    const asOf = question.asOf ?? question.to;
    const last = figure.split(".").at(-1)!;
    const units = [of.unit, last, ...page.cases.flatMap(({ lead }) => lead ?? [])];
    const fields = [last, ...page.cases.flatMap(({ field }) => field ?? [])];
    return { ...page, asOf, names: await namesOf(db, { units, fields }, asOf < today ? asOf : today) };
  },
  file: {
    called: ({ figure }, { from, to }) => ["Danh sách", wordsOf(figure), from, to],
    sheet: caseSheet,
    lines: ({ cases, names }: CasesShown) => cases.map((one) => ({ ...one, names })),
    part: { limit: PART },
    following: ({ next }, query) => (next === null ? null : { ...query, after: next }),
  },
});

/** What a figure is called in the name of a file; the code of a field or of a unit stands for itself. */
function wordsOf(figure: string): string {
  const last = figure.split(".").at(-1) ?? figure;
  const words: Readonly<Record<string, { readonly vi: string }>> = { ...balanceWords, ...figureWords };
  return words[last]?.vi ?? last;
}
