import { capitalised } from "#kernel/vietnamese-text.ts";
import { dayAsRead } from "#kernel/day-as-read.ts";
import { heading, paragraph, type Block, type Side } from "#modules/document/document-model.ts";
import type { PaperContent } from "#modules/document/office.ts";
import type { ReportNames } from "./report-names.ts";
import { reportHeading, reportSections, type Section } from "./report-sections.ts";
import { figuresInWords } from "./report-table.ts";
import type { Report } from "./report.ts";

/** The periodic report as a paper of one side: what is counted and how, then a table for each section. */
export function reportPaper(report: Report, names: ReportNames, side: Side): PaperContent {
  const about = "kết quả đối thoại với Nhân dân và giải quyết kiến nghị";
  const period = `từ ngày ${dayAsRead(report.from)} đến ngày ${dayAsRead(report.to)}`;
  return {
    side,
    kind: "periodic_report",
    abstract: `${capitalised(about)} ${period}`,
    body: [
      ...reportHeading(report, names).map((line) => paragraph(`${line}.`)),
      ...reportSections(report, names).flatMap(sectionBlocks),
      paragraph(`Trên đây là báo cáo ${about} ${period}.`),
    ],
  };
}

function sectionBlocks({ title, lines }: Section): Block[] {
  return [
    heading(1, inSentenceCase(title)),
    {
      kind: "table",
      columns: [
        { title: "TT", width: 1, align: "center" },
        { title: "Chỉ tiêu", width: 9 },
        { title: "Số liệu", width: 3, align: "right" },
      ],
      rows: lines.map(({ label, figures }, index) => [String(index + 1), label, figuresInWords(figures)]),
    },
  ];
}

function inSentenceCase(title: string): string {
  return title.charAt(0) + title.slice(1).toLocaleLowerCase("vi");
}
