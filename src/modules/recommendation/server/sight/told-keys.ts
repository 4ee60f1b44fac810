import type { DB } from "#db";
import { searchKey } from "#kernel/vietnamese-text.ts";
import type { ReadScope } from "#modules/organization/server/index.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";
import { isFound, type Sought } from "../list/found-words.ts";
import { wordsWithout } from "./told-without.ts";
import { namesKnownIn, presentMatters } from "./visibility.ts";

// By what a matter `r` is found: by the words that its reader reads, never by a name or a number that is taken out of them.

type Condition = RawBuilder<boolean>;

/** So many of the newest matters that only a name or a number might have found are looked at; further ones are left out. */
const LOOKED_AT = 2000;
/** So many matters with a name that is withheld are compared with others, the newest of them. */
const COMPARED = 200;

/** Whether the actor reads the whole text of a matter `r`. */
export function readWhole(scope: ReadScope, today: string): Condition {
  if (scope.everything) return sql<boolean>`true`;
  return sql<boolean>`(r.withheld_names = '{}' or ${namesKnownIn(scope, today)})`;
}

/** A matter with what decides how it is told. */
export type Judged = { readonly code: string; readonly text: string; readonly names: readonly string[] };
type Row = Judged & { readonly id: string };

/**
 * Whether a matter `r` may be found only by what its reader does not read; `whole` is whether they read all of it. Where neither
 * a figure nor a part of a withheld name is looked for, nothing can be.
 */
export function doubtfulIn({ words }: Sought, whole: Condition): Condition {
  const parts = [...new Set(words.flat().flatMap(({ key }) => key.split(" ")))];
  const named = parts.some((part) => /\d/.test(part))
    ? sql<boolean>`true`
    : sql<boolean>`exists (select from unnest(r.withheld_names) one, unnest(${parts}::text[]) part
        where strpos(search_key(one), part) > 0)`;
  return sql<boolean>`(r.withheld_names <> '{}' and not ${whole} and ${named})`;
}

/** What of a matter `r` decides whether it is found by the words that its reader reads; null where it surely is. */
export function judgedIn(sought: Sought, scope: ReadScope, today: string): RawBuilder<Judged | null> {
  if (scope.everything) return sql<null>`null`;
  return sql<Judged | null>`case when ${doubtfulIn(sought, readWhole(scope, today))}
    then jsonb_build_object('code', r.code, 'text', r.text, 'names', r.withheld_names) end`;
}

/** Whether a matter that is in doubt is found by the words that its reader reads. */
export function isFoundAsTold(judged: Judged, sought: Sought): boolean {
  return isFound(sought, { key: toldKey(judged), code: judged.code });
}

/**
 * Conditions over `presentMatters` that find by what was typed, without those matters in which it stands only where the
 * actor reads "[tên]" or "[số điện thoại]".
 */
export async function foundAsTold(
  db: Kysely<DB>,
  conditions: Condition,
  sought: Sought | null,
  scope: ReadScope,
  today: string,
): Promise<Condition> {
  if (scope.everything || !sought) return conditions;
  const doubtful = doubtfulIn(sought, readWhole(scope, today));
  const { rows } = await sql<Row>`
    select r.id, r.code, r.text, r.withheld_names as names from ${presentMatters}
    where ${conditions} and ${doubtful} order by p.received_on desc, r.id limit ${LOOKED_AT}`.execute(db);
  if (rows.length === 0) return sql<boolean>`(${conditions} and not ${doubtful})`;
  const ids = rows.filter((row) => isFoundAsTold(row, sought)).map(({ id }) => id);
  return sql<boolean>`(${conditions} and (not ${doubtful} or r.id = any(${ids}::uuid[])))`;
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

function toldKey({ code, text, names }: Judged): string {
  return searchKey(`${code} ${wordsWithout(text, names).replace(/\[(?:tên|số điện thoại)\]/gu, " ")}`);
}
