import type { DB } from "#db";
import { sql, type Transaction } from "kysely";

/**
 * Has the server count its tables anew when those named have grown by so many rows that it would do so by itself, some
 * minute later: till then it takes them for small, plans every list badly, and a connection that asks in the meantime
 * keeps no plan. Done in the transaction that made them grow, so that all see both at once.
 */
export async function analyzeGrown(
  trx: Transaction<DB>,
  grown: Readonly<Partial<Record<keyof DB, number>>>,
): Promise<void> {
  const { rows } = await sql<{ name: string; known: number }>`
    select relname as name, reltuples::float8 as known from pg_class
    where relnamespace = current_schema()::regnamespace and relkind = 'r'`.execute(trx);
  // The bound of autovacuum itself: fifty rows and a tenth. A table never counted has -1.
  const hasGrown = rows.some(
    ({ name, known }) => (grown[name as keyof DB] ?? 0) > 50 + Math.max(known, 0) / 10,
  );
  if (hasGrown) await sql`analyze ${sql.join(rows.map(({ name }) => sql.table(name)))}`.execute(trx);
}
