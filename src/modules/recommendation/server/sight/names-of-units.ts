import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { searchKey } from "#kernel/vietnamese-text.ts";
import { anyUnit, readScope, withPredecessors } from "#modules/organization/server/index.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";
import { wordsWithout } from "./told-without.ts";
import { namesWithheld, namesWithheldIn } from "./visibility.ts";

/** A text in the words that its reader may read; null stays null. */
export type Told = <Words extends string | null>(text: Words) => Words;

type Written = {
  /** Whose matters it may quote; those of the units that they carry on as well. */
  readonly units: readonly string[];
  readonly texts: readonly (string | null)[];
};

/** How the actor is told what units write of no matter or conference in particular, such as a plan: all of it at once. */
export async function toldOfUnits(
  db: Kysely<DB>,
  actor: Actor,
  written: Written,
  today: string,
): Promise<Told> {
  return without(await namesQuotedIn(db, written, namesWithheldIn(await readScope(db, actor), today)));
}

/** The same on papers, whoever sends them. */
export async function unitsToldToAll(db: Kysely<DB>, written: Written): Promise<Told> {
  return without(await namesQuotedIn(db, written, namesWithheld));
}

const without =
  (names: readonly string[]): Told =>
  (text) =>
    wordsWithout(text, names);

/**
 * The names among those withheld that such texts may quote. A unit has many: whose last word stands nowhere in the texts is
 * not in them, since nobody is called without it.
 */
export async function namesQuotedIn(
  db: Kysely<DB>,
  { units, texts }: Written,
  withheld: RawBuilder<string[]>,
): Promise<string[]> {
  const words = [...new Set(texts.flatMap((text) => (text === null ? [] : searchKey(text).split(" "))))];
  if (words.length === 0) return [];
  const theirs = await withPredecessors(db, [...new Set(units)]);
  const { rows } = await sql<{ name: string }>`
    select distinct said.name from recommendation r join unit u on u.id = r.unit_id
      cross join lateral unnest(${withheld}) as said(name)
    where r.withheld_names <> '{}' and r.unit_id = ${anyUnit(theirs)}
      and substring(search_key(said.name) from '[^ ]*$') = any(${words}::text[])`.execute(db);
  return rows.map(({ name }) => name);
}
