import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import type { ReportNames } from "../report-names.ts";
import { wholeField } from "../fields-rolled-up.ts";
import type { Report } from "../report.ts";

/** What the units and fields of a report are called: units as on its day, or by their last name before it. */
export async function reportNames(db: Kysely<DB>, report: Report): Promise<ReportNames> {
  const { by_lead, by_field } = report.recommendations;
  const codes = [report.unit, ...report.plans.map(({ unit }) => unit), ...Object.keys(by_lead)];
  const units = await sql<Name>`
    select distinct on (u.code) u.code, n.name from unit u join unit_name n on n.unit_id = u.id
    where u.code = any(${codes})
    order by u.code, n.from_on <= ${report.as_of} desc, n.from_on desc`.execute(db);
  const named = Object.keys(by_field).flatMap((code) => [code, wholeField(code)]);
  const fields = await sql<Name>`select code, name from field where code = any(${named})`.execute(db);
  return { units: byCode(units.rows), fields: byCode(fields.rows) };
}

type Name = { code: string; name: string };

function byCode(names: readonly Name[]): Record<string, string> {
  return Object.fromEntries(names.map(({ code, name }) => [code, name]));
}
