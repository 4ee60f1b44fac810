import type { PaperEnding } from "#modules/document/paper-endings.ts";
import type { Period } from "../next-period.ts";
import type { Basis, Report } from "../report.ts";

/** What a report is asked, as its address says it. */
export type Asked = {
  readonly unit: string;
  readonly from: string;
  readonly to: string;
  readonly as_of: string;
  readonly known_on: string;
  readonly basis: Basis;
};

function query(asked: Asked, more: Readonly<Record<string, string>> = {}): string {
  const given = Object.entries({ ...asked, ...more }).filter(([, value]) => value !== "");
  return new URLSearchParams(given).toString();
}

export const reportHref = (asked: Asked, more: Partial<Asked> = {}): string =>
  `/reports?${query({ ...asked, ...more })}`;

/** The report of a unit on a period, by the ways of counting that the page proposes. */
export const periodHref = (unit: string, { from, to }: Period): string =>
  `/reports?${new URLSearchParams({ unit, from, to }).toString()}`;

/** The list of the records that a figure is counted from. */
export const casesHref = (asked: Asked, figure: string, after?: string): string =>
  `/reports/cases?${query(asked, { figure, ...(after ? { after } : {}) })}`;

export const sheetHref = (asked: Asked): string => `/reports/export.xlsx?${query(asked)}`;

export const paperHref = (asked: Asked, ending: PaperEnding): string =>
  `/reports/report.${ending}?${query(asked)}`;

/** Where the report is issued as a paper of one side. */
export const issueHref = (asked: Asked, side: string): string => `/reports/paper?${query(asked, { side })}`;

export const jsonHref = (asked: Asked): string => `/api/v1/reports/summary?${query(asked)}`;

/** The question that a report answers. */
export function askedOf(report: Report): Asked {
  const { unit, from, to, as_of, known_on, basis } = report;
  return { unit, from, to, as_of, known_on: known_on ?? "", basis };
}
