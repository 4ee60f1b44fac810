import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { restore } from "#platform/server/database/restore.ts";
import { onlyFile, withDatabase } from "./command.ts";
import { filesFromBackup } from "./files-beside.ts";

export const summary =
  "Khôi phục từ tệp sao lưu vào cơ sở dữ liệu trống. / Fills an empty database from a backup.";
export const usage = `FILE

Khôi phục tất cả hoặc không gì cả; từ chối cơ sở dữ liệu đã có dữ liệu và tệp bị hỏng. Sau đó lấy lại các tệp đính kèm từ thư mục
“files” bên cạnh FILE; thiếu tệp nào thì nêu tên và kết thúc với mã lỗi 1.
Restores all of it or nothing; refuses a database that holds data, and a damaged file. Then brings the attached files back from the
folder “files” beside FILE; those that are missing are named, and it ends with exit code 1.`;

export async function run(args: string[]): Promise<void> {
  const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
  const file = resolve(onlyFile(positionals));
  await withDatabase(async (database) => {
    const rows = await restore(database.pool, file, told);
    console.log(`${rows} dòng / rows`);
    const copied = await filesFromBackup(database, file);
    console.log(`${copied} tệp / files`);
  });
}

function told(table: string, rows: number): void {
  console.error(`${table} · ${rows}`);
}
