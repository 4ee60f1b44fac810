import type { DB } from "#db";
import { sql, type Kysely } from "kysely";

/** What changes although nobody does anything to the register: who was here, and who failed to come in. */
const comings = new Set(["account_session", "account_rate_limit", "sign_in_failure", "account_verification"]);

/** Of every table how many rows it has and when the last was written: two that are alike, and nothing was done. */
export async function fingerprintOf(db: Kysely<DB>): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(db);
  const marks: Record<string, string> = {};
  for (const { name } of tables.filter((table) => !comings.has(table.name))) {
    const { rows } = await sql<{ mark: string }>`
      select count(*) || ':' || coalesce(sum(xmin::text::numeric), 0) as mark from ${sql.table(name)}`.execute(
      db,
    );
    marks[name] = rows[0]!.mark;
  }
  return marks;
}
