import type { DB } from "#db";
import { sql, type Transaction } from "kysely";
import { apart } from "../return-period.ts";
import type { CaseRows } from "./case-rows.ts";
import { reportedTable } from "./returns.ts";
import type { Scope } from "./scope.ts";

/** The returns that an indicator is added up from; null where no unit gave it. */
export async function indicatorRows(
  trx: Transaction<DB>,
  scope: Scope,
  indicator: string,
): Promise<CaseRows | null> {
  const tables = reportedTable(scope);
  const { rows: together } = await sql<{ periods: string }>`
    with ${tables} select distinct periods from reported where indicator = ${indicator}`.execute(trx);
  if (together.length === 0) return null;
  const counted = together.flatMap(({ periods }) =>
    [...apart(periods.split(" "))].map((period) => ({ periods, period })),
  );
  const columns = [counted.map(({ periods }) => periods), counted.map(({ period }) => period)];
  const rows = sql`select id as row_id, id as record_id, taken_on as on_day, value as amount,
      null as class, null::date as due_on, null::uuid as lead_id
    from reported
    join unnest(${columns[0]}::text[], ${columns[1]}::text[]) as counted(periods, period) using (periods, period)
    where indicator = ${indicator}`;
  return { kind: "return", tables, rows };
}
