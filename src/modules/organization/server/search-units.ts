import { soughtWords, unitKey } from "#kernel/sought-words.ts";
import { codeKey } from "#kernel/vietnamese-text.ts";
import type { DB } from "#db";
import { hasOneOf } from "#platform/server/database/found-by.ts";
import { nameOrder } from "#platform/server/database/name-order.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";
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
 * Units of all times by name, without tone marks or with them, by code, and by what they lie in ("Tân Phú, Đồng Nai").
 * Exact tone marks come first, then whole words, then units that exist on the day. At most `limit`.
 */
export async function searchUnits(
  db: Kysely<DB>,
  text: string,
  on: string,
  limit: number,
): Promise<FoundUnit[]> {
  const [own = [], ...places] = text
    .split(",")
    .map(soughtWords)
    .filter((words) => words.length > 0);
  if (own.length === 0) return [];
  const found = await unitsCalled(db, { text, own, around: places.flat() }, on, limit);
  if (found.length > 0 || own.length === 1 || places.length > 0) return found;
  // "Tân Phú Đồng Nai": where the name ends and the place begins is not said.
  return unitsCalled(db, { text, own: own.slice(0, 1), around: own.slice(1) }, on, limit);
}

/** The words of its own name, and those that may be of the names it lies in as well. */
type Sought = {
  readonly text: string;
  readonly own: readonly string[][];
  readonly around: readonly string[][];
};

async function unitsCalled(db: Kysely<DB>, { text, own, around }: Sought, on: string, limit: number) {
  const matches = sql.join(
    own.map((ways) => hasOneOf(sql`search`, ways)),
    sql` and `,
  );
  const name = unitKey(text.split(",")[0]!);
  const written = `%${escaped(text.split(",")[0]!.trim().toLowerCase())}%`;
  const day = nearestDay(on);
  const { rows } = await sql<FoundUnit>`
    with named as (
      select unit_id, name, search, null as earlier_in from unit_name where ${matches}
      union all
      select unit_id, name, search, district_name || ', ' || province_name from unit_alias where ${matches}
    ), hit as (
      select * from named where ${liesIn(around)}
      union all
      select n.unit_id, n.name, ${name}, null from unit u join unit_name n on n.unit_id = u.id
        where code_key(u.code) = ${codeKey(text)}
    ), best as (
      select distinct on (unit_id) unit_id, name as fits, earlier_in,
        lower(name) like ${written} as same_tones,
        ' ' || search || ' ' like ${`% ${name} %`} as whole_words,
        similarity(search, ${name}) as likeness
      from hit order by unit_id, lower(name) like ${written} desc, (earlier_in is null) desc, similarity(search, ${name}) desc
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
      best.likeness desc, ${nameOrder(sql`best.fits`)}, u.code
    limit ${limit}`.execute(db);
  return rows;
}

/** Of `named`: each word is in its name, or in a name of what it lay in on some day. */
function liesIn(around: readonly string[][]): RawBuilder<boolean> {
  if (around.length === 0) return sql<boolean>`true`;
  const each = around.map(
    (ways) => sql<boolean>`(${hasOneOf(sql`search`, ways)}
      or ${hasOneOf(sql`search_key(coalesce(earlier_in, ''))`, ways)}
      or exists (select from unit_ancestry a join unit_name n on n.unit_id = a.ancestor_id
        where a.descendant_id = named.unit_id and a.depth > 0 and ${hasOneOf(sql`n.search`, ways)}))`,
  );
  return sql<boolean>`${sql.join(each, sql` and `)}`;
}

/** What was typed is looked for as it stands. */
function escaped(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
