import { Problem } from "#kernel/problem.ts";
import { CENTRE_CODE } from "#modules/organization/unit.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import { reportSummary } from "./summary.ts";

/** A year whose report over the whole register does not add up. */
export type YearAstray = { readonly year: number; readonly vi: string; readonly en: string };

/**
 * Counts the report of the whole register for every year of which it speaks, up to that of `today`.
 * @param progress told after each year
 */
export async function verifyIdentities(
  db: Kysely<DB>,
  today: string,
  progress: (year: number) => void,
): Promise<YearAstray[]> {
  const astray: YearAstray[] = [];
  for (const year of await yearsOf(db, Number(today.slice(0, 4)))) {
    const refusal = await refusalOf(db, year, today);
    if (refusal) astray.push({ year, vi: refusal.vi, en: refusal.en });
    progress(year);
  }
  return astray;
}

async function refusalOf(db: Kysely<DB>, year: number, today: string): Promise<Problem | null> {
  const question = { unit: CENTRE_CODE, from: `${year}-01-01`, to: `${year}-12-31`, today };
  try {
    await reportSummary(db, question);
    return null;
  } catch (error) {
    if (error instanceof Problem && error.definition.code === "report.identity_broken") return error;
    throw error;
  }
}

async function yearsOf(db: Kysely<DB>, last: number): Promise<number[]> {
  const { rows } = await sql<{ first: number | null }>`
    select extract(year from least(
      (select min(received_on) from recommendation), (select min(held_on) from conference)))::int as first`.execute(
    db,
  );
  const first = rows[0]?.first ?? last;
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, at) => first + at);
}
