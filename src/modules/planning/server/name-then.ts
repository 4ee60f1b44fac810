import type { Scope } from "#modules/report/server/index.ts";
import { sql } from "kysely";

/** The last name that a unit `u` bore by the last day shown, or the first it ever bore. */
export function nameThen({ end }: Pick<Scope, "end">) {
  return sql<string>`coalesce((select n.name from unit_name n where n.unit_id = u.id
    order by n.from_on <= ${end}::date desc, case when n.from_on <= ${end}::date then n.from_on end desc, n.from_on
    limit 1), u.code)`;
}
