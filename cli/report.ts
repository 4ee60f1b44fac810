import { buffer } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { askOn } from "#acts/ask.ts";
import { systemClock } from "#kernel/clock.ts";
import { printed } from "#modules/document/server/index.ts";
import { reportWorkbook } from "#modules/report/report-sheet.ts";
import { reportTable } from "#modules/report/report-table.ts";
import { bases } from "#modules/report/report.ts";
import { reportReadings } from "#modules/report/server/index.ts";
import type { Reading } from "#platform/server/reading/reading.ts";
import { sheetStream } from "#platform/server/sheet/sheet-stream.ts";
import type { z } from "zod";
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
  json: async (asked: Asked): Content => `${JSON.stringify(await asked(reportReadings.summary), null, 2)}\n`,
  table: async (asked: Asked): Content => {
    const { report, names } = await asked(reportReadings.shown);
    return `${reportTable(report, names)}\n`;
  },
  xlsx: async (asked: Asked): Content => {
    const { report, names } = await asked(reportReadings.shown);
    return buffer(sheetStream(reportWorkbook(report, names)));
  },
  pdf: async (asked: Asked): Content => printed("pdf", await asked(reportReadings.draft)),
  docx: async (asked: Asked): Content => printed("docx", await asked(reportReadings.draft)),
};

type Content = Promise<string | Uint8Array>;

/** Asks the one question of this command. */
type Asked = <Answer>(reading: Reading<z.ZodType, Answer>) => Promise<Answer>;

/** What is no text goes to a file, not to the screen. */
const binary: ReadonlySet<keyof typeof formats> = new Set(["xlsx", "pdf", "docx"]);

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options });
  const format = oneOf("--format", values.format, Object.keys(formats) as (keyof typeof formats)[]);
  const question = {
    unit: needed("--unit", values.unit),
    from: needed("--from", values.from),
    to: needed("--to", values.to),
    as_of: values["as-of"],
    known_on: values["known-on"],
    basis: oneOf("--basis", values.basis, bases),
  };
  if (binary.has(format) && !values.out && process.stdout.isTTY) {
    throw new UsageError(
      "Tệp Excel, PDF, Word cần --out FILE.\nA spreadsheet, PDF or Word file needs --out FILE.",
    );
  }
  const request = {
    actor: { kind: "system", name: "bin/doi-thoai report" },
    now: systemClock(),
    by: "command",
  } as const;
  const content = await withDatabase((database) =>
    formats[format]((reading) => askOn(database)(reading, question, request)),
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
