import type { SheetCell } from "#kernel/sheet-cell.ts";
import type { ReportNames } from "./report-names.ts";
import { reportHeading, reportSections, type Figure } from "./report-sections.ts";
import type { Report } from "./report.ts";

/** The report as a workbook of one sheet. */
export const reportWorkbook = (report: Report, names: ReportNames) => ({
  name: "Báo cáo",
  widths: [60, 14, 14, 14],
  frozen: 0,
  rows: reportSheet(report, names),
});

/** The report as the rows of a sheet in Vietnamese: exact figures, not written ones. */
function reportSheet(report: Report, names: ReportNames): SheetCell[][] {
  const sections = reportSections(report, names).flatMap(({ title, lines }) => [
    [],
    [{ heading: title }],
    ...lines.map(({ label, figures }) => [label, ...figures.flatMap(cellsOf)]),
  ]);
  return [...reportHeading(report, names).map((heading) => [{ heading }]), ...sections];
}

/** A share with the part and the whole that it is taken of in the cells beside it. */
function cellsOf(figure: Figure): SheetCell[] {
  if (figure === null) return ["–"];
  if (typeof figure === "number") return [figure];
  return [figure.share === null ? "–" : { share: figure.share }, ...(figure.of ?? [])];
}
