import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { backup } from "#platform/server/database/backup.ts";
import { onlyFile, withDatabase } from "./command.ts";
import { filesToBackup } from "./files-beside.ts";

export const summary =
  "Sao lưu toàn bộ dữ liệu vào một tệp, tệp đính kèm ở bên cạnh. / Writes everything to one file, attached files beside it.";
export const usage = `FILE

Ghi mọi bảng, đúng như tại một thời điểm, vào FILE (gzip), và các tệp đính kèm vào thư mục “files” bên cạnh FILE, nơi mỗi tệp chỉ
có một bản cho mọi lần sao lưu; chương trình vẫn làm việc trong lúc sao lưu.
Writes every table, as of one moment, to FILE (gzip), and the attached files to the folder “files” beside FILE, where each is kept
once for all backups; work may go on meanwhile.`;

export async function run(args: string[]): Promise<void> {
  const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
  const file = resolve(onlyFile(positionals));
  await withDatabase(async (database) => {
    const rows = await backup(database.pool, file, Temporal.Now.instant(), told);
    console.log(`${file}: ${rows} dòng / rows`);
    const copied = await filesToBackup(database, file);
    console.log(`${copied} tệp mới / new files`);
  });
}

function told(table: string, rows: number): void {
  console.error(`${table} · ${rows}`);
}
