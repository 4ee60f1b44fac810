import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import { refOf } from "./any-of.ts";

const ownName = { plan: "id", conference: "id", turn: "id", recommendation: "code" } as const;

/** Ids of records by the name that files give them. A record of its own name, made here, is found by that. */
export async function idsOfRefs(
  db: Kysely<DB>,
  table: keyof typeof ownName,
  refs: readonly string[],
): Promise<Map<string, string>> {
  if (refs.length === 0) return new Map();
  const ref = refOf(table, ownName[table]);
  const rows = await db
    .selectFrom(table)
    .select(["id", ref.as("ref")])
    .where(ref, "=", sql<string>`any(${[...new Set(refs)]}::text[])`)
    .orderBy("recorded_at")
    .execute();
  return new Map(rows.map((row) => [row.ref, row.id]));
}
