import { foldTone } from "#kernel/vietnamese-text.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import { nameOn, nearestDay, type UnitLine } from "./unit-days.ts";

/** A unit that was found, by a name it bears or bore, or by the name of one it carries on. */
export type FoundUnit = UnitLine & {
  /** The name that fits what was typed. */
  readonly fits: string;
  /** Set when `fits` is the name of a unit that had gone before: its district and province. */
  readonly earlierIn: string | null;
  /** What it lies in, from near to far. */
  readonly places: string | null;
  readonly there: boolean;
};

/**
 * Units of all times by name, without tone marks or with them, and by code. Exact tone marks come first, then
 * whole words, then units that exist on the day. At most `limit`.
 */
export async function searchUnits(
  db: Kysely<DB>,
  text: string,
  on: string,
  limit: number,
): Promise<FoundUnit[]> {
  const folded = foldTone(text).trim().replace(/\s+/g, " ");
  if (folded === "") return [];
  const matches = sql.join(
    folded.split(" ").map((word) => sql`search like ${`%${escaped(word)}%`}`),
    sql` and `,
  );
  const written = `%${escaped(text.trim().toLowerCase())}%`;
  const day = nearestDay(on);
  const { rows } = await sql<FoundUnit>`
    with hit as (
      select unit_id, name, search, null as earlier_in from unit_name where ${matches}
      union all
      select unit_id, name, search, district_name || ', ' || province_name from unit_alias where ${matches}
      union all
      select n.unit_id, n.name, ${folded}, null from unit u join unit_name n on n.unit_id = u.id
        where upper(u.code) = ${text.trim().toUpperCase()}
    ), best as (
      select distinct on (unit_id) unit_id, name as fits, earlier_in,
        lower(name) like ${written} as same_tones,
        ' ' || search || ' ' like ${`% ${escaped(folded)} %`} as whole_words,
        similarity(search, ${folded}) as likeness
      from hit order by unit_id, lower(name) like ${written} desc, (earlier_in is null) desc, similarity(search, ${folded}) desc
    )
    select u.code, u.kind, u.subtype, u.from_on as "fromOn", u.until_on as "untilOn",
      coalesce(${nameOn(day)}, u.code) as name, best.fits, best.earlier_in as "earlierIn",
      ${on}::date between u.from_on and u.until_on as there,
      (select string_agg(n.name, ', ' order by a.depth) from unit_ancestry a join unit above on above.id = a.ancestor_id
        join unit_name n on n.unit_id = above.id and ${day} between n.from_on and n.until_on
        where a.descendant_id = u.id and a.depth > 0 and above.kind <> 'centre'
          and ${day} between a.from_on and a.until_on) as places
    from best join unit u on u.id = best.unit_id
    order by best.same_tones desc, best.whole_words desc, (best.earlier_in is null) desc, there desc,
      best.likeness desc, best.fits, u.code
    limit ${limit}`.execute(db);
  return rows;
}

/** What was typed is looked for as it stands. */
function escaped(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
