import type { DB } from "#db";
import { sql, type Transaction } from "kysely";
import { apart } from "../return-period.ts";
import type { Tally } from "../report.ts";
import { reportedTable } from "./returns.ts";
import type { Scope } from "./scope.ts";

type Row = { indicator: string; period: string; periods: string; value: string };

/**
 * Indicators that units typed in themselves, added up. Units that reported for the same periods are added by the
 * database; which of those periods may be added to one another is decided once for all of them.
 */
export async function countIndicators(trx: Transaction<DB>, scope: Scope): Promise<Tally> {
  const { rows } = await sql<Row>`
    with ${reportedTable(scope)}
    select indicator, period, periods, sum(value)::text as value from reported
    group by indicator, period, periods
    order by indicator collate "C", periods, period`.execute(trx);
  const sums: Record<string, number> = {};
  for (const { indicator, period, periods, value } of rows) {
    const counts = apart(periods.split(" ")).has(period);
    sums[indicator] = (sums[indicator] ?? 0) + (counts ? Number(value) : 0);
  }
  return sums;
}
