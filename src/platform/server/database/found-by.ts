import { soughtWords } from "#kernel/sought-words.ts";
import { sql, type RawBuilder } from "kysely";

/** Whether a key, a column or an expression that has a trigram index, has one of those in it; a letter begins a word. */
export function hasOneOf(key: RawBuilder<unknown>, ways: readonly string[]): RawBuilder<boolean> {
  const each = ways.map((way) =>
    way.length === 1
      ? sql<boolean>`' ' || ${key} like ${`% ${way}%`}`
      : sql<boolean>`${key} like ${`%${way}%`}`,
  );
  return each.length === 1 ? each[0]! : sql<boolean>`(${sql.join(each, sql` or `)})`;
}

/** Whether a key is found by what was typed: nothing typed finds all, signs alone find nothing. */
export function foundBy(key: RawBuilder<unknown>, typed: string): RawBuilder<boolean> {
  const words = soughtWords(typed);
  if (words.length === 0) return typed.trim() === "" ? sql<boolean>`true` : sql<boolean>`false`;
  return sql<boolean>`${sql.join(
    words.map((ways) => hasOneOf(key, ways)),
    sql` and `,
  )}`;
}
