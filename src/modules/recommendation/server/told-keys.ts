import type { DB } from "#db";
import { isSought, soughtWords } from "#kernel/sought-words.ts";
import { codeKey, searchKey } from "#kernel/vietnamese-text.ts";
import type { ReadScope } from "#modules/organization/server/index.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";
import { wordsWithout } from "./told-without.ts";
import { namesKnownIn, presentMatters } from "./visibility.ts";

// By what a matter `r` is found: by the words that its reader reads, never by a name or a number that is taken out of them.

type Condition = RawBuilder<boolean>;

/** So many of the newest matters found are looked at; further down one that only a name might have found is left out. */
const LOOKED_AT = 2000;
/** So many matters with a name that is withheld are compared with others, the newest of them. */
const COMPARED = 200;

/** Whether the actor reads the whole text of a matter `r`. */
export function readWhole(scope: ReadScope, today: string): Condition {
  if (scope.everything) return sql<boolean>`true`;
  return sql<boolean>`(r.withheld_names = '{}' or ${namesKnownIn(scope, today)})`;
}

type Row = { id: string; code: string; text: string; names: string[] };

/**
 * Conditions over `presentMatters` that look for a text in `r.search`, without those matters in which it stands only
 * where the actor reads "[tên]" or "[số điện thoại]". Where neither a name nor a figure is looked for, nothing can be.
 */
export async function foundAsTold(
  db: Kysely<DB>,
  conditions: Condition,
  text: string | undefined,
  scope: ReadScope,
  today: string,
): Promise<Condition> {
  const words = soughtWords(text ?? "");
  if (scope.everything || words.length === 0) return conditions;
  const parts = [...new Set(words.flat().flatMap((way) => way.split(" ")))];
  const doubtful = parts.some((part) => /\d/.test(part))
    ? sql<boolean>`true`
    : sql<boolean>`exists (select from unnest(r.withheld_names) one
        where search_key(one) like any(${parts.map((part) => `%${part}%`)}::text[]))`;
  const { rows } = await sql<Row>`
    select r.id, r.code, r.text, r.withheld_names as names from (
      select r.id from ${presentMatters} where ${conditions} order by p.received_on desc limit ${LOOKED_AT}) found
    join recommendation r on r.id = found.id join unit u on u.id = r.unit_id
    where not ${readWhole(scope, today)} and ${doubtful}`.execute(db);
  const code = codeKey(text!);
  const told = rows.filter((row) => isSought(toldKey(row), words) || codeKey(row.code) === code);
  const ids = told.map(({ id }) => id);
  return sql<boolean>`(${conditions} and (${readWhole(scope, today)} or not ${doubtful} or r.id = any(${ids}::uuid[])))`;
}

/** The search key of matters `r` among some, as the actor reads them; of one that was not compared it is empty. */
export async function toldKeys(
  db: Kysely<DB>,
  among: Condition,
  scope: ReadScope,
  today: string,
): Promise<RawBuilder<string>> {
  if (scope.everything) return sql<string>`r.search`;
  const { rows } = await sql<Row>`
    select r.id, r.code, r.text, r.withheld_names as names from ${presentMatters}
    where not ${readWhole(scope, today)} and ${among} order by p.received_on desc, r.id limit ${COMPARED}`.execute(
    db,
  );
  const keys = JSON.stringify(Object.fromEntries(rows.map((row) => [row.id, toldKey(row)])));
  return sql<string>`case when ${readWhole(scope, today)} then r.search
    else coalesce((select ${keys}::jsonb) ->> r.id::text, '') end`;
}

function toldKey({ code, text, names }: Row): string {
  return searchKey(`${code} ${wordsWithout(text, names).replace(/\[(?:tên|số điện thoại)\]/gu, " ")}`);
}
