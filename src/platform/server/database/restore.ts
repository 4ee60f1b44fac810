import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ClientBase, Pool } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { startProblem } from "../start-problem.ts";
import { appliedMigrations, tableNames, type BackupHeader, type BackupTrailer } from "./backup-format.ts";
import { damaged, readBackup, type BackupReader } from "./backup-reader.ts";
import type { Progress } from "./backup.ts";
import { withoutGuards } from "./guards.ts";

/**
 * Fills an empty migrated database from a backup, all of it or nothing. Refuses a database that holds
 * anything, or that stands at other migrations than the backup. Answers the number of rows.
 */
export async function restore(pool: Pool, file: string, progress: Progress): Promise<number> {
  const reader = await readBackup(file);
  const client = await pool.connect();
  try {
    await client.query("begin");
    const tables = await tableNames(client);
    refuseOtherVersion(reader.header, await appliedMigrations(client), tables);
    await client.query(`lock table ${tables.join(", ")} in access exclusive mode`);
    await refuseFilled(client, tables);
    const total = await withoutGuards(client, tables, () => fill(client, reader, tables, file, progress));
    await client.query("commit");
    // Without it the server takes every table for small, and a report of many matters does not end.
    await client.query("analyze");
    return total;
  } finally {
    client.release(true); // ends the transaction when it was not committed
  }
}

async function fill(
  client: ClientBase,
  reader: BackupReader,
  tables: string[],
  file: string,
  progress: Progress,
) {
  await client.query(`truncate ${tables.join(", ")}`); // what the migrations put there is in the backup too
  const rows: Record<string, number> = {};
  let total = 0;
  for (let index = 0; index < reader.header.tables.length; index++) {
    const { table, columns } = await reader.table();
    if (!tables.includes(table)) throw damaged(file);
    const copy = client.query(copyFrom(`copy ${table} (${columns.join(", ")}) from stdin`));
    await pipeline(Readable.from(reader.rows()), copy);
    rows[table] = copy.rowCount;
    progress(table, (total += copy.rowCount));
  }
  const trailer = await reader.trailer();
  if (tables.some((table) => trailer.rows[table] !== rows[table])) throw damaged(file);
  await setSequences(client, trailer);
  return total;
}

async function setSequences(client: ClientBase, trailer: BackupTrailer): Promise<void> {
  for (const { name, value, called } of trailer.sequences)
    await client.query("select setval($1::regclass, $2::bigint, $3)", [name, value, called]);
}

function refuseOtherVersion(
  header: BackupHeader,
  present: BackupHeader["migrations"],
  tables: string[],
): void {
  const same = JSON.stringify(header.migrations) === JSON.stringify(present);
  if (same && header.tables.join() === tables.join()) return;
  const made = header.migrations.at(-1)?.name ?? "–";
  const here = present.at(-1)?.name ?? "–";
  throw startProblem(
    `Bản sao lưu ở bước “${made}”, cơ sở dữ liệu ở bước “${here}”; hãy khôi phục bằng đúng phiên bản đã sao lưu rồi nâng cấp.`,
    `The backup stands at “${made}”, the database at “${here}”; restore with the version that made it, then upgrade.`,
  );
}

/** A row that a migration wrote bears the number of that migration's transaction; any other is somebody's work. */
async function refuseFilled(client: ClientBase, tables: string[]): Promise<void> {
  for (const table of tables) {
    const { rowCount } = await client.query(
      `select from ${table} where xmin::text not in (select xmin::text from schema_migration) limit 1`,
    );
    if (rowCount) throw notEmpty(table);
  }
}

function notEmpty(table: string) {
  return startProblem(
    `Cơ sở dữ liệu đã có dữ liệu (bảng ${table}); chỉ khôi phục vào cơ sở dữ liệu trống, ví dụ với DATA_DIR mới.`,
    `The database already holds data (table ${table}); restore only into an empty one, such as a new DATA_DIR.`,
  );
}
