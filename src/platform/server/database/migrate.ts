import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { projectRoot } from "../project-root.ts";
import { startProblem } from "../start-problem.ts";

export type Migration = { name: string; sql: string; checksum: string };

const migrationsFolder = join(projectRoot, "db", "migrations");
const lock = 0x646f6974; // "doit": any constant, the same in every process
const insufficientPrivilege = "42501";

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
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lock]);
    return await applyMissing(client, migrations);
  } finally {
    await client.query("select pg_advisory_unlock($1)", [lock]).catch(() => undefined); // a lost connection holds no lock
    client.release();
  }
}

async function applyMissing(client: pg.PoolClient, migrations: Migration[]): Promise<string[]> {
  await makeJournal(client);
  const { rows } = await client.query<{ name: string; checksum: string }>(
    "select name, checksum from schema_migration",
  );
  const applied = new Map(rows.map((row) => [row.name, row.checksum]));
  refuseStrangers(applied, migrations);
  const missing = migrations.filter(({ name }) => !applied.has(name));
  for (const migration of missing) await apply(client, migration);
  return missing.map(({ name }) => name);
}

/** The table of what was applied. Since PostgreSQL 15 not everybody may create in the schema `public`. */
async function makeJournal(client: pg.PoolClient): Promise<void> {
  try {
    await client.query(`create table if not exists schema_migration (
      name text primary key,
      checksum text not null,
      applied_at timestamptz not null default now()
    )`);
  } catch (error) {
    if ((error as { code?: string }).code !== insufficientPrivilege) throw error;
    const { rows } = await client.query<{ account: string }>("select current_user as account");
    throw mayNotCreate(rows[0]!.account, error);
  }
}

function refuseStrangers(applied: Map<string, string>, migrations: Migration[]): void {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  for (const [name, checksum] of applied) {
    if (!known.has(name)) throw newerDatabase(name);
    if (known.get(name) !== checksum) throw changedMigration(name);
  }
}

async function apply(client: pg.PoolClient, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query("begin");
    await client.query(sql);
    await client.query("insert into schema_migration (name, checksum) values ($1, $2)", [name, checksum]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined); // a lost connection has rolled back
    throw failedMigration(name, error);
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
