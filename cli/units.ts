import { parseArgs } from "node:util";
import { UsageError } from "./command.ts";
import { findUnits } from "./units/find-units.ts";
import { loadVietnam } from "./units/load-vietnam.ts";
import { showUnit } from "./units/show-unit.ts";

export const summary = "Đơn vị: nạp cả nước, xem, tìm. / Units: load the country, show, find.";
export const usage = `load-vietnam [--dry-run] [--findings FILE]
bin/doi-thoai units show CODE [--on DATE]
bin/doi-thoai units find TEXT [--on DATE]

load-vietnam ghi 63 tỉnh, huyện, xã đến 30/6/2025, 34 tỉnh, xã từ 1/7/2025 và đường nối giữa hai cây; chạy lại
không đổi gì. --dry-run chỉ cho biết sẽ ghi gì; --findings ghi danh sách dòng nguồn phải sửa hoặc bỏ (.json, .csv).
load-vietnam writes the units until 30/6/2025, those from 1/7/2025 and what became of each; again changes nothing.
--dry-run only tells; --findings writes which rows of the source were mended or set aside (.json or .csv).
DATE là năm-tháng-ngày; không ghi là hôm nay. / DATE is year-month-day; today unless given.`;

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { "dry-run": { type: "boolean" }, findings: { type: "string" }, on: { type: "string" } },
  });
  const [what, subject, ...more] = positionals;
  if (more.length > 0) throw new UsageError("Thừa tham số.\nToo many arguments.");
  if (what === "load-vietnam")
    return loadVietnam({ dryRun: values["dry-run"] ?? false, findings: values.findings });
  if (subject === undefined) throw new UsageError("Thiếu CODE hoặc TEXT.\nCODE or TEXT is missing.");
  if (what === "show") return showUnit(subject, values.on);
  if (what === "find") return findUnits(subject, values.on);
  throw new UsageError(`Không có việc “${what}”.\nThere is no “${what}” here.`);
}
