import type { DB } from "#db";
import type { Kysely } from "kysely";

/** A row of the national source that could not be taken as it stood, with the reason in both languages. */
export type FindingLine = {
  readonly id: string;
  readonly sourceRow: string | null;
  readonly unitCode: string | null;
  readonly code: string;
  readonly outcome: string;
  readonly vi: string;
  readonly en: string;
};

/** How many findings there are of each outcome. */
export async function countFindings(db: Kysely<DB>): Promise<{ outcome: string; count: number }[]> {
  return db
    .selectFrom("unit_finding")
    .select(["outcome", (eb) => eb.fn.countAll<number>().as("count")])
    .groupBy("outcome")
    .orderBy("outcome")
    .execute();
}

/** The findings of the last load, of one outcome if so asked, in the order of the catalogue and the source. */
export async function readFindings(
  db: Kysely<DB>,
  { outcome, skip, limit }: { outcome?: string; skip: number; limit: number },
): Promise<FindingLine[]> {
  let query = db
    .selectFrom("unit_finding")
    .select(["id", "source_row as sourceRow", "unit_code as unitCode", "code", "outcome", "vi", "en"]);
  if (outcome) query = query.where("outcome", "=", outcome);
  return query.orderBy("code").orderBy("source_row").orderBy("id").offset(skip).limit(limit).execute();
}
