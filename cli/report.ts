import { buffer } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { dayInVietnam, systemClock } from "#kernel/clock.ts";
import { renderDocx, renderPdf } from "#modules/document/server/index.ts";
import { reportWorkbook } from "#modules/report/report-sheet.ts";
import { reportTable } from "#modules/report/report-table.ts";
import type { Basis, Report, ReportQuestion } from "#modules/report/report.ts";
import { draftReport, reportNames, reportSummary } from "#modules/report/server/index.ts";
import type { OpenDatabase } from "#platform/server/database/open.ts";
import { sheetStream } from "#platform/server/sheet/sheet-stream.ts";
import { UsageError, withDatabase } from "./command.ts";
import { writeWhole } from "./write-whole.ts";

export const summary = "Báo cáo của một đơn vị trong một kỳ. / The report of a unit for a period.";
export const usage = `--unit CODE --from DATE --to DATE [--as-of DATE] [--known-on DATE] [--basis as-was|as-is] [--format json|table|xlsx|pdf|docx] [--out FILE]

Đếm từ từng kiến nghị, hội nghị của đơn vị và mọi đơn vị bên dưới. --as-of: trạng thái đến hết ngày ấy (mặc định là
ngày cuối kỳ); --known-on: chỉ tính những gì đã nhập đến hết ngày ấy; --basis: theo đơn vị tại thời điểm (as-was)
hay quy đổi theo đơn vị hiện nay (as-is). Bảng không khớp các đẳng thức thì không được xuất. --out: ghi vào FILE.
Counted from the single records of the unit and all below it. --as-of: the state at the end of that day (the period's
last unless given); --known-on: only what had been entered by then; --basis: units as they were, or converted to
those of today. A table whose identities do not hold is refused. --out writes to FILE. Dates are YYYY-MM-DD.`;

const options = {
  unit: { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  "as-of": { type: "string" },
  "known-on": { type: "string" },
  basis: { type: "string", default: "as-was" },
  format: { type: "string", default: "json" },
  out: { type: "string" },
} as const;

const formats = {
  json: async (_: OpenDatabase, report: Report) => `${JSON.stringify(report, null, 2)}\n`,
  table: async ({ db }: OpenDatabase, report: Report) =>
    `${reportTable(report, await reportNames(db, report))}\n`,
  xlsx: async ({ db }: OpenDatabase, report: Report) =>
    buffer(sheetStream(reportWorkbook(report, await reportNames(db, report)))),
  pdf: async (database: OpenDatabase, report: Report) => renderPdf(await paperOf(database, report)),
  docx: async (database: OpenDatabase, report: Report) => renderDocx(await paperOf(database, report)),
};

/** What is no text goes to a file, not to the screen. */
const binary: ReadonlySet<keyof typeof formats> = new Set(["xlsx", "pdf", "docx"]);

const paperOf = ({ db }: OpenDatabase, report: Report) =>
  draftReport(db, report, "government", dayInVietnam(systemClock()));

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options });
  const format = oneOf("--format", values.format, Object.keys(formats) as (keyof typeof formats)[]);
  const question: ReportQuestion = {
    unit: needed("--unit", values.unit),
    from: needed("--from", values.from),
    to: needed("--to", values.to),
    asOf: values["as-of"],
    knownOn: values["known-on"],
    basis: oneOf<Basis>("--basis", values.basis, ["as-was", "as-is"]),
    today: dayInVietnam(systemClock()),
  };
  if (binary.has(format) && !values.out && process.stdout.isTTY) {
    throw new UsageError(
      "Tệp Excel, PDF, Word cần --out FILE.\nA spreadsheet, PDF or Word file needs --out FILE.",
    );
  }
  const content = await withDatabase(async (database) =>
    formats[format](database, await reportSummary(database.db, question)),
  );
  if (values.out) await writeWhole(values.out, content);
  else process.stdout.write(content);
}

function needed(name: string, value: string | undefined): string {
  if (value) return value;
  throw new UsageError(`Thiếu ${name}.\n${name} is missing.`);
}

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found) return found;
  const list = allowed.join(", ");
  throw new UsageError(`${name} phải là một trong: ${list}.\n${name} must be one of: ${list}.`);
}
