import type { DB } from "#db";
import { sql, type Transaction } from "kysely";
import { decimalSum } from "../decimal-sum.ts";
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
  const counted = Map.groupBy(rows, ({ indicator }) => indicator);
  return Object.fromEntries([...counted].map(([indicator, given]) => [indicator, sumApart(given)]));
}

function sumApart(rows: readonly Row[]): number {
  return decimalSum(
    rows.flatMap(({ period, periods, value }) => (apart(periods.split(" ")).has(period) ? [value] : [])),
  );
}
