import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { ClientBase, Pool } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { folderProblem } from "../start-problem.ts";
import { syncPath } from "../state-file.ts";
import { appliedMigrations, backupFormat, columnNames, endOfRows, tableNames } from "./backup-format.ts";
import type { BackupHeader, BackupTrailer, TableHeader } from "./backup-format.ts";

/** Called after each table with the rows written so far. */
export type Progress = (table: string, rows: number) => void;

/**
 * Writes the whole register, as it stands at one moment, to a file. Work goes on meanwhile. The file gets its
 * name only when it is whole and on the disk. Answers the number of rows.
 */
export async function backup(
  pool: Pool,
  file: string,
  now: Temporal.Instant,
  progress: Progress,
): Promise<number> {
  const partial = `${file}.partial`;
  const client = await pool.connect();
  const total = { rows: 0 };
  try {
    await client.query("begin transaction isolation level repeatable read read only");
    const lines = snapshot(client, now, (table, rows) => progress(table, (total.rows += rows)));
    await pipeline(Readable.from(lines), createGzip(), createWriteStream(partial, { mode: 0o600 }));
    await client.query("commit");
    await keep(partial, file);
    return total.rows;
  } catch (error) {
    await rm(partial, { force: true });
    throw folderProblem(error, dirname(file));
  } finally {
    client.release(true); // with an unfinished transaction or COPY it is of no further use
  }
}

async function* snapshot(
  client: ClientBase,
  now: Temporal.Instant,
  progress: Progress,
): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  const hashed = (chunk: Buffer) => (hash.update(chunk), chunk);
  const tables = await tableNames(client);
  const migrations = await appliedMigrations(client);
  yield hashed(line<BackupHeader>({ format: backupFormat, made_at: now.toString(), migrations, tables }));

  const rows: Record<string, number> = {};
  for (const table of tables) {
    const columns = await columnNames(client, table);
    yield hashed(line<TableHeader>({ table, columns }));
    const copy = client.query(copyTo(`copy (select ${columns.join(", ")} from ${table}) to stdout`));
    for await (const chunk of copy) yield hashed(chunk as Buffer);
    yield hashed(Buffer.from(`${endOfRows}\n`));
    rows[table] = copy.rowCount;
    progress(table, copy.rowCount);
  }
  yield line<BackupTrailer>({ rows, sequences: await sequences(client), sha256: hash.digest("hex") });
}

function line<T>(value: T): Buffer {
  return Buffer.from(JSON.stringify(value) + "\n");
}

async function sequences(client: ClientBase): Promise<BackupTrailer["sequences"]> {
  const found = await client.query<{ name: string }>(
    "select oid::regclass::text as name from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace",
  );
  const values = [];
  for (const { name } of found.rows) {
    const { rows } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${name}`,
    );
    values.push({ name, ...rows[0]! });
  }
  return values;
}

/** A name given before the bytes are on the disk could outlive them at a power cut. */
async function keep(partial: string, file: string): Promise<void> {
  const handle = await open(partial, "r+");
  await handle.sync().finally(() => handle.close());
  await rename(partial, file);
  syncPath(dirname(file));
}
