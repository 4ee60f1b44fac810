import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { restore } from "#platform/server/database/restore.ts";
import { onlyFile, withDatabase } from "./command.ts";

export const summary =
  "Khôi phục từ tệp sao lưu vào cơ sở dữ liệu trống. / Fills an empty database from a backup.";
export const usage = `FILE

Khôi phục tất cả hoặc không gì cả; từ chối cơ sở dữ liệu đã có dữ liệu và tệp bị hỏng.
Restores all of it or nothing; refuses a database that holds data, and a damaged file.`;

export async function run(args: string[]): Promise<void> {
  const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
  const file = resolve(onlyFile(positionals));
  const rows = await withDatabase(({ pool }) => restore(pool, file, told));
  console.log(`${rows} dòng / rows`);
}

function told(table: string, rows: number): void {
  console.error(`${table} · ${rows}`);
}
