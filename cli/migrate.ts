import { parseArgs } from "node:util";
import { readEnv } from "#env";
import { migrate } from "#platform/server/database/migrate.ts";
import { openDatabase } from "#platform/server/database/open.ts";

export const summary = "Nâng cơ sở dữ liệu lên phiên bản này. / Brings the database to this version.";
export const usage = "";

export async function run(args: string[]): Promise<void> {
  parseArgs({ args, options: {} });
  const database = await openDatabase(readEnv(), "command");
  try {
    const applied = await migrate(database.pool);
    console.log(applied.length > 0 ? applied.join("\n") : "Không có gì phải làm. / Nothing to do.");
  } finally {
    await database.close();
  }
}
