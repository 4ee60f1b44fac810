import { open, type FileHandle } from "node:fs/promises";
import { parseArgs } from "node:util";
import { performOn } from "#acts/perform.ts";
import { Problem } from "#kernel/problem.ts";
import { readRegister } from "#modules/register/read-register.ts";
import { DryRun } from "#platform/server/act/dry-run.ts";
import { refused, registerImport, type ImportSummary } from "#modules/register/server/index.ts";
import { folderProblem, startProblem } from "#platform/server/start-problem.ts";
import { onlyFile, withDatabase } from "./command.ts";

export const summary = "Nhập một tệp sổ. / Brings a register file in.";
export const usage = `FILE [--dry-run]

Nhập FILE (doi-thoai/register@1): được hết hoặc không ghi gì; mỗi chỗ sai được nêu đường dẫn trong tệp; nhập lại
không đổi gì. --dry-run chỉ cho biết sẽ ra sao.
Brings FILE in: all of it or nothing, each fault with its path in the file; a second time changes nothing.
--dry-run only tells what would happen.`;

/** A register is held in memory while it is checked; larger ones are brought in by year or by unit. */
const MOST_BYTES = 512 * 1024 * 1024;

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { "dry-run": { type: "boolean", default: false } },
  });
  const reading = readRegister(await bytesOf(onlyFile(positionals)), { maxBytes: MOST_BYTES });
  if (!reading.ok) throw told(refused(reading.problems, reading.total));
  warnOfLegacy(reading.legacy);
  const input = { file: reading.file, dry_run: values["dry-run"] };
  const request = {
    actor: { kind: "system", name: "bin/doi-thoai import" } as const,
    now: Temporal.Now.instant(),
  };
  const done = await withDatabase(({ db }) =>
    performOn(db)(registerImport(progress), input, request).catch((error: unknown) => {
      if (error instanceof DryRun) return error.summary as ImportSummary;
      throw error instanceof Problem ? told(error) : error;
    }),
  );
  warnOfGaps(done.warnings);
  console.log(summaryText(done));
}

/** The size is looked at before anything is read: a file that is too large is refused at once. */
async function bytesOf(path: string): Promise<Uint8Array> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    const { size } = await file.stat();
    if (size > MOST_BYTES) throw tooLarge(path, size);
    return await file.readFile();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "EISDIR") throw startProblem(`“${path}” là thư mục.`, `“${path}” is a folder.`, error);
    if (code === "ENOENT")
      throw startProblem(`Không có tệp “${path}”.`, `There is no file “${path}”.`, error);
    throw folderProblem(error, path);
  } finally {
    await file?.close();
  }
}

function tooLarge(path: string, size: number) {
  const [has, most] = [size, MOST_BYTES].map((bytes) => Math.ceil(bytes / 1024 / 1024));
  return startProblem(
    `Tệp “${path}” có ${has} MB, quá mức ${most} MB. Hãy chia theo năm hoặc theo đơn vị.`,
    `“${path}” has ${has} MB, more than the ${most} MB allowed. Split it by year or by unit.`,
  );
}

/** A refusal as text: what is wrong, then each fault with its path. */
function told(problem: Problem) {
  const lines = problem.faults.map(
    ({ field, vi, en }) => `  ${field || "(tệp / file)"}\n    ${vi}\n    ${en}`,
  );
  const total = Number(problem.details.total ?? lines.length);
  const more = total > lines.length ? [`  … ${total - lines.length}`] : [];
  return startProblem(problem.vi, [problem.en, ...lines, ...more].join("\n"));
}

function warnOfLegacy(paths: readonly string[]): void {
  if (paths.length === 0) return;
  console.error(
    "Có nội dung gõ bằng bảng mã cũ (TCVN3, VNI), được giữ nguyên; nên chuyển sang Unicode rồi nhập.\n" +
      "Some texts are in an encoding of before Unicode (TCVN3, VNI) and are kept as they are; better convert them first.\n" +
      paths.map((path) => `  ${path}`).join("\n"),
  );
}

/** What was taken though an act would not have, each with its path. */
function warnOfGaps({ total, told: some }: ImportSummary["warnings"]): void {
  if (total === 0) return;
  const lines = some.map(({ path, vi, en }) => `  ${path}\n    ${vi}\n    ${en}`);
  const more = total > some.length ? [`  … ${total - some.length}`] : [];
  console.error(
    [
      `Đã nhận, nhưng cần soát lại ${total} chỗ.`,
      `Taken, but to be looked at: ${total} places.`,
      ...lines,
      ...more,
    ].join("\n"),
  );
}

function progress(part: string, done: number, all: number): void {
  if (all > 0) console.error(`${part} · ${done}/${all}`);
}

function summaryText({ dry_run, changed, counts }: ImportSummary): string {
  const lines = Object.entries(counts).map(
    ([part, { created, unchanged, extended }]) =>
      `  ${part.padEnd(16)} + ${created}   = ${unchanged}${extended > 0 ? `   ~ ${extended}` : ""}`,
  );
  const head = dry_run
    ? "Thử, chưa ghi gì. / Tried only, nothing was written."
    : changed
      ? "Đã nhập. / Brought in."
      : "Không có gì thay đổi. / Nothing changed.";
  return [head, ...lines, "(+ mới / new   = đã có / there   ~ thêm sự kiện / extended)"].join("\n");
}
