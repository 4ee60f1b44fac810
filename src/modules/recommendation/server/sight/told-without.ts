import type { DB } from "#db";
import { withoutPersons } from "#kernel/masking/person-in-text.ts";
import type { ReadScope } from "#modules/organization/server/index.ts";
import { sql, type Kysely } from "kysely";
import { namesWithheldIn } from "./visibility.ts";

/** The names that an actor is not to read, by the codes of matters; a matter that has none is not among them. */
export async function namesWithheldFrom(
  db: Kysely<DB>,
  scope: ReadScope,
  codes: readonly string[],
  today: string,
): Promise<(matter: string) => readonly string[]> {
  const { rows } = await sql<{ code: string; names: string[] }>`
    select r.code, ${namesWithheldIn(scope, today)} as names from recommendation r join unit u on u.id = r.unit_id
    where r.code = any(${[...codes]}::text[]) and r.withheld_names <> '{}'`.execute(db);
  const names = new Map(rows.map((row) => [row.code, row.names]));
  return (matter) => names.get(matter) ?? [];
}

type Withheld = { readonly namesWithheld: readonly string[] };

/** A text without those whom its reader is not to know by name or number; null stays null. */
export function wordsWithout<Words extends string | null>(text: Words, names: readonly string[]): Words {
  return text === null ? text : (withoutPersons(text, names) as Words);
}

/** A row of a reading with some of its texts in the words that the reader may read, cut to a length where one is given. */
export function toldWithout<Row extends Withheld, Text extends keyof Row>(
  { namesWithheld, ...row }: Row,
  texts: readonly Text[],
  length?: number,
): Omit<Row, "namesWithheld"> {
  if (namesWithheld.length === 0) return row;
  const told = texts.map((name) => {
    const words = wordsWithout((row as Row)[name] as string | null, namesWithheld);
    return [name, length === undefined ? words : (words?.slice(0, length) ?? null)];
  });
  return { ...row, ...(Object.fromEntries(told) as Partial<Row>) };
}
