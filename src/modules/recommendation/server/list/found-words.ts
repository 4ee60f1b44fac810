import {
  hasSyllables,
  isPartOf,
  soughtPhrase,
  soughtSyllables,
  syllableQuery,
  type SoughtWord,
} from "#kernel/sought-syllables.ts";
import { cleanText, codeKey, foldTone, searchKey } from "#kernel/vietnamese-text.ts";
import { sql, type RawBuilder } from "kysely";

// What was typed to find a matter `r` by, and how it is asked of the database. No pattern is among it: the server keeps the plan
// of a text, and what is sought is a value in it.

type Condition = RawBuilder<boolean>;

/** What was typed: the words of which all must be there, and besides them the code it may be. */
export type Sought = {
  readonly typed: string;
  readonly words: readonly SoughtWord[];
  /** A code without its signs, with its year and number; null where it is none. */
  readonly code: { readonly key: string; readonly ending: SoughtWord } | null;
};

/** Null where nothing was typed that one could look for. */
export function soughtIn(text: string | undefined): Sought | null {
  const words = soughtSyllables(text ?? "");
  if (words.length === 0) return null;
  const key = codeKey(text!);
  const [code, year, number] = /((?:19|20)\d\d)(\d{4})$/.exec(key) ?? [];
  const ending = [{ key: `${year} ${number}`, open: false }];
  return { typed: text!, words, code: code === undefined ? null : { key, ending } };
}

/** Whether it is found in a matter's key or by its code. */
export function isFound({ words, code }: Sought, told: { key: string; code: string }): boolean {
  return hasSyllables(told.key, words) || (code !== null && codeKey(told.code) === code.key);
}

/** The condition that a matter `r` has the words, or is the code. */
export function foundIn({ words, code }: Sought): Condition {
  const found = hasAll(words);
  return code ? sql<boolean>`(${found} or code_key(r.code) = ${code.key})` : found;
}

/** The condition that a key, of a matter `r` unless another is meant, has all the words. */
export function hasAll(
  words: readonly SoughtWord[],
  text: RawBuilder<unknown> = sql.ref("r.search"),
): Condition {
  return sql<boolean>`(${sql.join(
    words.map((ways) => hasOne(ways, text)),
    sql` and `,
  )})`;
}

function hasOne(ways: SoughtWord, text: RawBuilder<unknown> = sql.ref("r.search")): Condition {
  const each = ways.map(({ key, open }) =>
    open
      ? sql<boolean>`strpos(' ' || ${text}, ${` ${key}`}) > 0`
      : sql<boolean>`strpos(' ' || ${text} || ' ', ${` ${key} `}) > 0`,
  );
  return sql<boolean>`(${sql.join(each, sql` or `)})`;
}

/** Its whole text as one phrase, as far as the reader reads it whole; and the same with its tone marks. */
export function asPhrase({ typed }: Sought, whole: Condition): Condition {
  return sql<boolean>`(${hasOne(soughtPhrase(typed))} and ${whole})`;
}
export function asWritten({ typed }: Sought): Condition {
  return sql<boolean>`strpos(lower(r.text), ${cleanText(typed).toLowerCase()}) > 0`;
}

/** Whether there are tone marks in it to be found. */
export function isMarked({ typed }: Sought): boolean {
  const written = cleanText(typed).toLowerCase();
  return written !== foldTone(written);
}

/** Whether to be found is to be found as a phrase. */
export function isOnePhrase({ words, typed }: Sought): boolean {
  return words.length === 1 && words[0]!.length === 1 && words[0]![0]!.key === searchKey(typed);
}

/** What the index is asked: the words, or the code; as one phrase where that is what is looked for. */
export type Asked = { readonly words: readonly SoughtWord[]; readonly query: string };

export function askedOf({ words, code, typed }: Sought, phrase: boolean): Asked {
  if (phrase) {
    const one = soughtPhrase(typed);
    const all = [...words.filter((ways) => !isPartOf(one, ways)), one];
    return { words: all, query: syllableQuery(all) };
  }
  const query = syllableQuery(words);
  // However its beginning is written, the ending of a code is a year and a number.
  return { words, query: code ? `(${query}) | (${syllableQuery([code.ending])})` : query };
}

/** The condition on a row of `recommendation` that the index answers; what it lets through is looked at again. */
export function inIndex(row: string, { query }: Asked): Condition {
  return sql<boolean>`syllables_of(${sql.ref(`${row}.search`)}) @@ ${query}::tsquery`;
}
