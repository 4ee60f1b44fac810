import type { ReportNames } from "./report-names.ts";
import { reportHeading, reportSections, type Figure } from "./report-sections.ts";
import type { Report } from "./report.ts";

/** The report as a text table in Vietnamese, figures in one right-aligned column; 1.450 and 86,5 %. */
export function reportTable(report: Report, names: ReportNames): string {
  const sections = reportSections(report, names).map(({ title, lines }) => ({
    title,
    lines: lines.map(({ label, figures }) => [label, figuresInWords(figures)] as const),
  }));
  const all = sections.flatMap(({ lines }) => lines);
  const widest = (column: 0 | 1) => Math.max(...all.map((line) => line[column].length));
  const [labels, values] = [widest(0), widest(1)];
  const drawn = sections.map(({ title, lines }) =>
    [title, ...lines.map(([label, value]) => `  ${label.padEnd(labels)}  ${value.padStart(values)}`)].join(
      "\n",
    ),
  );
  return [reportHeading(report, names).join("\n"), ...drawn].join("\n\n");
}

/** "12 / 9 / 3", or the one figure: 1.450 and 86,5 %. */
export function figuresInWords(figures: readonly Figure[]): string {
  return figures.map(written).join(" / ");
}

function written(figure: Figure): string {
  if (typeof figure === "number") return figure.toLocaleString("vi-VN");
  if (figure === null || figure.share === null) return "–";
  const share = `${figure.share.toLocaleString("vi-VN", { minimumFractionDigits: 1 })} %`;
  return figure.of ? `${share} (${figure.of.map((one) => one.toLocaleString("vi-VN")).join("/")})` : share;
}
