import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import { periods, type NationalFacts } from "./national-units.ts";

type Period = { what: string; fromOn: string; untilOn: string };
type Row = {
  id: string;
  code: string;
  kind: string;
  subtype: string | null;
  days: string;
  names: Period[] | null;
  parents: Period[] | null;
};

/** What the database holds of the units with these codes, in the form that a load is compared with. */
export async function presentFacts(
  db: Kysely<DB>,
  codes: readonly string[],
): Promise<Map<string, { id: string; facts: NationalFacts }>> {
  const { rows } = await sql<Row>`
    select u.id, u.code, u.kind, u.subtype, u.from_on || ' ' || u.until_on as days,
      (select json_agg(json_build_object('what', name, 'fromOn', from_on::text, 'untilOn', until_on::text))
        from unit_name where unit_id = u.id) as names,
      (select json_agg(json_build_object('what', above.code, 'fromOn', p.from_on::text, 'untilOn', p.until_on::text))
        from unit_parent p join unit above on above.id = p.parent_id where p.unit_id = u.id) as parents
    from unit u where u.code = any(${[...codes]})`.execute(db);
  return new Map(rows.map((row) => [row.code, { id: row.id, facts: factsIn(row) }]));
}

function factsIn({ kind, subtype, days, names, parents }: Row): NationalFacts {
  return {
    kind,
    subtype: subtype ?? "",
    days,
    names: periods(names ?? []),
    parents: periods(parents ?? []),
  };
}
