import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { backup } from "#platform/server/database/backup.ts";
import { onlyFile, withDatabase } from "./command.ts";

export const summary = "Sao lưu toàn bộ dữ liệu vào một tệp. / Writes everything to one file.";
export const usage = `FILE

Ghi mọi bảng, đúng như tại một thời điểm, vào FILE (gzip); chương trình vẫn làm việc trong lúc sao lưu.
Writes every table, as of one moment, to FILE (gzip); work may go on meanwhile.`;

export async function run(args: string[]): Promise<void> {
  const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
  const file = resolve(onlyFile(positionals));
  const rows = await withDatabase(({ pool }) => backup(pool, file, Temporal.Now.instant(), told));
  console.log(`${file}: ${rows} dòng / rows`);
}

function told(table: string, rows: number): void {
  console.error(`${table} · ${rows}`);
}
