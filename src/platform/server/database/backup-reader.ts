import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { startProblem } from "../start-problem.ts";
import { backupFormat, endOfRows } from "./backup-format.ts";
import type { BackupHeader, BackupTrailer, TableHeader } from "./backup-format.ts";

export type BackupReader = {
  header: BackupHeader;
  /** The next table's name and columns. Its rows must be read before the next is asked for. */
  table(): Promise<TableHeader>;
  /** The table's rows as COPY text, in pieces of whole lines. */
  rows(): AsyncGenerator<Buffer>;
  /** The trailer, once all tables are read; the digest has been checked against what was read. */
  trailer(): Promise<BackupTrailer>;
};

const pieceSize = 64 * 1024;

/** Reads a backup piece by piece, in constant memory; throws a StartProblem for a file that is none or is cut. */
export async function readBackup(file: string): Promise<BackupReader> {
  const lines = readLines(file);
  const hash = createHash("sha256");
  const header = json<BackupHeader>(await next(lines, file, hash), file);
  if (header.format !== backupFormat) throw notABackup(file);
  return {
    header,
    table: async () => json<TableHeader>(await next(lines, file, hash), file),
    rows: () => rowsOf(lines, file, hash),
    async trailer() {
      const trailer = json<BackupTrailer>(await next(lines, file), file);
      if (trailer.sha256 !== hash.digest("hex")) throw damaged(file);
      return trailer;
    },
  };
}

async function* rowsOf(lines: AsyncGenerator<Buffer>, file: string, hash: Hash): AsyncGenerator<Buffer> {
  const end = Buffer.from(`${endOfRows}\n`);
  let piece: Buffer[] = [];
  let size = 0;
  for (;;) {
    const line = await next(lines, file, hash);
    if (line.equals(end)) break;
    piece.push(line);
    if ((size += line.length) < pieceSize) continue;
    yield Buffer.concat(piece);
    piece = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(piece);
}

/** The lines of the unpacked file, each with its line feed. */
async function* readLines(file: string): AsyncGenerator<Buffer> {
  // The error reaches us through the last stream, which we read.
  const unpacked = pipeline(createReadStream(file), createGunzip(), () => undefined);
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of unpacked) {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk as Buffer]) : (chunk as Buffer);
    let start = 0;
    for (let at = rest.indexOf(10); at >= 0; at = rest.indexOf(10, start)) {
      yield rest.subarray(start, at + 1);
      start = at + 1;
    }
    rest = rest.subarray(start);
  }
}

async function next(lines: AsyncGenerator<Buffer>, file: string, hash?: Hash): Promise<Buffer> {
  const { value, done } = await lines.next().catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT" ? missing(file) : damaged(file, error);
  });
  if (done || !value) throw damaged(file);
  hash?.update(value);
  return value;
}

function json<T>(line: Buffer, file: string): T {
  try {
    return JSON.parse(line.toString("utf8")) as T;
  } catch (error) {
    throw damaged(file, error);
  }
}

const missing = (file: string) => startProblem(`Không có tệp “${file}”.`, `There is no file “${file}”.`);

const notABackup = (file: string) =>
  startProblem(
    `“${file}” không phải là bản sao lưu của Đối Thoại.`,
    `“${file}” is not a backup of Đối Thoại.`,
  );

export const damaged = (file: string, cause?: unknown) =>
  startProblem(
    `Tệp sao lưu “${file}” bị hỏng hoặc bị cắt; chưa có gì được khôi phục.`,
    `The backup “${file}” is damaged or cut short; nothing was restored.`,
    cause,
  );
