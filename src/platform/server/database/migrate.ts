import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { log } from "../log.ts";
import { projectRoot } from "../project-root.ts";
import { startProblem } from "../start-problem.ts";

export type Migration = { name: string; sql: string; checksum: string };

const migrationsFolder = join(projectRoot, "db", "migrations");
const lock = 0x646f6974; // "doit": any constant, the same in every process
const insufficientPrivilege = "42501";
const lockNotAvailable = "55P03";
/** Minutes: longer than the migrations of a nation's register take. */
const waitAtMost = 30;

/** The migrations of this version in the order of their names, which begin with their date. */
export function readMigrations(folder = migrationsFolder): Migration[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".sql"));
  return files.sort().map((file) => {
    const sql = readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n");
    return { name: file.slice(0, -4), sql, checksum: createHash("sha256").update(sql).digest("hex") };
  });
}

/**
 * Brings a database to this version: each missing migration in a transaction of its own, one process at a
 * time. Answers the names applied. Throws a StartProblem when the database is newer than this version, or
 * was made by a migration that has been changed since.
 */
export async function migrate(pool: pg.Pool, migrations = readMigrations()): Promise<string[]> {
  const applied: string[] = [];
  const client = await pool.connect();
  try {
    for (;;) {
      const name = await applyNext(client, migrations);
      if (name === null) return applied;
      applied.push(name);
    }
  } finally {
    client.release();
  }
}

/**
 * The lock lasts as long as its transaction: one of a session would stay behind with a pooler that gives the session to
 * others, and every later start would wait for it.
 */
async function applyNext(client: pg.PoolClient, migrations: Migration[]): Promise<string | null> {
  let running: string | undefined;
  try {
    await client.query("begin");
    await waitForTurn(client);
    await client.query(journal);
    const { rows } = await client.query<{ name: string; checksum: string }>(
      "select name, checksum from schema_migration",
    );
    const applied = new Map(rows.map((row) => [row.name, row.checksum]));
    refuseStrangers(applied, migrations);
    const next = migrations.find(({ name }) => !applied.has(name));
    if (next) {
      running = next.name;
      await client.query(next.sql);
      await client.query("insert into schema_migration (name, checksum) values ($1, $2)", [
        next.name,
        next.checksum,
      ]);
    }
    await client.query("commit");
    return next?.name ?? null;
  } catch (error) {
    await client.query("rollback").catch(() => undefined); // a lost connection has rolled back
    throw running === undefined ? await beforeAny(client, error) : failedMigration(running, error);
  }
}

async function waitForTurn(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ ours: boolean }>("select pg_try_advisory_xact_lock($1) as ours", [
    lock,
  ]);
  if (rows[0]!.ours) return;
  log.info("another process is bringing the database up to date; waiting for it");
  await client.query(`set local lock_timeout = '${waitAtMost} min'`);
  await client.query("select pg_advisory_xact_lock($1)", [lock]);
  await client.query("set local lock_timeout to default");
}

const journal = `create table if not exists schema_migration (
  name text primary key,
  checksum text not null,
  applied_at timestamptz not null default now()
)`;

/** Since PostgreSQL 15 not everybody may create in the schema `public`. */
async function beforeAny(client: pg.PoolClient, error: unknown): Promise<unknown> {
  const { code } = error as { code?: string };
  if (code === lockNotAvailable) return heldElsewhere(error);
  if (code !== insufficientPrivilege) return error;
  const { rows } = await client.query<{ account: string }>("select current_user as account");
  return mayNotCreate(rows[0]!.account, error);
}

function refuseStrangers(applied: Map<string, string>, migrations: Migration[]): void {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  for (const [name, checksum] of applied) {
    if (!known.has(name)) throw newerDatabase(name);
    if (known.get(name) !== checksum) throw changedMigration(name);
  }
}

function newerDatabase(name: string) {
  return startProblem(
    `Cơ sở dữ liệu mới hơn phiên bản chương trình này (có bước “${name}”); hãy chạy phiên bản mới hơn.`,
    `The database is newer than this version of the program (it holds “${name}”); run a newer version.`,
  );
}

function changedMigration(name: string) {
  return startProblem(
    `Bước “${name}” đã chạy trên cơ sở dữ liệu này khác với bước cùng tên trong chương trình.`,
    `The migration “${name}” that made this database differs from the one in the program.`,
  );
}

function heldElsewhere(error: unknown) {
  return startProblem(
    `Một tiến trình khác đang nâng cấp cơ sở dữ liệu đã hơn ${waitAtMost} phút; hãy xem tiến trình ấy còn làm việc không, rồi khởi động lại.`,
    `Another process has been bringing the database up to date for more than ${waitAtMost} minutes; see whether it still works, then start again.`,
    error,
  );
}

function mayNotCreate(account: string, error: unknown) {
  return startProblem(
    `Tài khoản “${account}” không được tạo bảng trong cơ sở dữ liệu ở DATABASE_URL; hãy cho tài khoản ấy làm chủ cơ sở dữ liệu.`,
    `The account “${account}” may not create tables in the database at DATABASE_URL; make it the database's owner.`,
    error,
  );
}

function failedMigration(name: string, error: unknown) {
  const reason = (error as Error).message;
  return startProblem(
    `Không nâng cấp được cơ sở dữ liệu ở bước “${name}”: ${reason}`,
    `The database could not be brought up to date at “${name}”: ${reason}`,
    error,
  );
}
