import type { DB } from "#db";
import { fieldNameOn } from "#modules/recommendation/server/index.ts";
import { sql, type Kysely } from "kysely";
import { wholeField } from "../fields-rolled-up.ts";
import type { ReportNames } from "../report-names.ts";
import type { Report } from "../report.ts";

/** What the units and fields of a report are called: units as on its day, or by their last name before it. */
export async function reportNames(db: Kysely<DB>, report: Report): Promise<ReportNames> {
  const { by_lead, by_field } = report.recommendations;
  const units = [report.unit, ...report.plans.map(({ unit }) => unit), ...Object.keys(by_lead)];
  const fields = Object.keys(by_field).flatMap((code) => [code, wholeField(code)]);
  return namesOf(db, { units, fields }, report.as_of);
}

type Codes = { readonly units: readonly string[]; readonly fields: readonly string[] };

/** What units and fields are called on a day, by code; a code that names nothing is missing. */
export async function namesOf(db: Kysely<DB>, codes: Codes, day: string): Promise<ReportNames> {
  const units = await sql<Name>`
    select distinct on (u.code) u.code, n.name from unit u join unit_name n on n.unit_id = u.id
    where u.code = any(${[...codes.units]})
    order by u.code, n.from_on <= ${day} desc, n.from_on desc`.execute(db);
  const fields = await sql<Name>`
    select f.code, ${fieldNameOn("f", day)} as name from field f where f.code = any(${[...codes.fields]})`.execute(
    db,
  );
  return { units: byCode(units.rows), fields: byCode(fields.rows) };
}

type Name = { code: string; name: string };

function byCode(names: readonly Name[]): Record<string, string> {
  return Object.fromEntries(names.map(({ code, name }) => [code, name]));
}
