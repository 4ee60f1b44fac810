/**
 * Writes db/schema/ anew from the migrations: `npm run schema`. With a FOLDER named it writes there instead,
 * which is how the tests compare.
 */
import { execFile } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { migrate } from "#platform/server/database/migrate.ts";
import { openDatabase } from "#platform/server/database/open.ts";
import { projectRoot } from "#platform/server/project-root.ts";
import { describeSchema } from "./describe.ts";
import type pg from "pg";

const codegen = join(projectRoot, "node_modules", "kysely-codegen", "dist", "cli", "bin.js");

/** Writes tables.ts and schema.sql of a migrated database into the folder. */
export async function generateSchema(pool: pg.Pool, folder: string): Promise<void> {
  await writeFile(join(folder, "schema.sql"), await describeSchema(pool));
  const { host, port, user, database } = pool.options;
  const url = `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host ?? "")}`;
  await promisify(execFile)(process.execPath, [
    codegen,
    ...["--dialect", "postgres", "--url", url, "--out-file", join(folder, "tables.ts")],
    // As src/platform/server/database/type-parsers.ts reads them.
    ...["--date-parser", "string", "--type-mapping", '{"int8":"number"}'],
  ]);
}

async function main(folder: string): Promise<void> {
  const dataFolder = await mkdtemp(join(tmpdir(), "doi-thoai-schema-"));
  await chmod(dataFolder, 0o711); // root's database account passes through
  const database = await openDatabase({ databaseUrl: undefined, dataFolder }, "command");
  try {
    await migrate(database.pool);
    await generateSchema(database.pool, folder);
  } finally {
    await database.close();
    await rm(dataFolder, { recursive: true });
  }
}

if (import.meta.main) await main(process.argv[2] ?? join(projectRoot, "db", "schema"));
