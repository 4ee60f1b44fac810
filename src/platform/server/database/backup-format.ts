import type { ClientBase } from "pg";

/**
 * A backup is one gzip stream of lines: a header (JSON); for each table a line naming it (JSON), its rows as
 * COPY's text and the line `\.`; a trailer (JSON) with the rows of each table, the sequences' values and the
 * SHA-256 of everything before it. A row cannot look like the end mark: COPY writes a backslash twice.
 */
export const backupFormat = "doi-thoai/backup@1";
export const endOfRows = "\\.";

export type BackupHeader = {
  format: typeof backupFormat;
  made_at: string;
  migrations: { name: string; checksum: string }[];
  tables: string[];
};
export type TableHeader = { table: string; columns: string[] };
export type BackupTrailer = {
  rows: Record<string, number>;
  sequences: { name: string; value: string; called: boolean }[];
  sha256: string;
};

/** The register's tables: not the migrations', which come with the program. */
export async function tableNames(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
      and relname <> 'schema_migration' order by relname`);
  return rows.map(({ name }) => name);
}

/** The columns that hold data of their own; generated ones follow from them. */
export async function columnNames(client: ClientBase, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  );
  return rows.map(({ name }) => name);
}

export async function appliedMigrations(client: ClientBase): Promise<BackupHeader["migrations"]> {
  const { rows } = await client.query<BackupHeader["migrations"][number]>(
    "select name, checksum from schema_migration order by name",
  );
  return rows;
}
