import type { DB } from "#db";
import { masked } from "#kernel/masking/masked.ts";
import { withoutNumbers } from "#kernel/masking/numbers-in-text.ts";
import { withoutPlaces } from "#kernel/masking/places-in-text.ts";
import { composed } from "#kernel/vietnamese-text.ts";
import { sql, type Kysely } from "kysely";

/**
 * What of a person stands in words that are to be printed: `withheld`, of one who is not to be named, is printed masked;
 * `told`, numbers and addresses of one who is named, is printed as it stands, and looked at before.
 */
export type PersonalWords = "withheld" | "told";

export type OutgoingWords = {
  /** A text of the matter with a code, as it leaves the office on paper. */
  readonly printed: (text: string, matter: string) => string;
  readonly personalIn: (text: string, matter: string) => PersonalWords | null;
};

/** How words of some matters, by their codes, go out on paper: of who is not to be named neither name nor number. */
export async function outgoingWords(db: Kysely<DB>, codes: readonly string[]): Promise<OutgoingWords> {
  const { rows } = await sql<{ code: string; names: string[] }>`
    select r.code, r.withheld_names as names from recommendation r left join turn t on t.id = r.turn_id
    where r.code = any(${[...codes]}::text[])
      and (r.naming <> 'named' or t.naming <> 'named' or r.withheld_names <> '{}')`.execute(db);
  const withheld = new Map(rows.map(({ code, names }) => [code, names]));
  const printed = (text: string, matter: string) => {
    const names = withheld.get(matter);
    return names ? masked(text, names) : text;
  };
  return {
    printed,
    personalIn(text, matter) {
      if (withheld.has(matter)) return printed(text, matter) === composed(text) ? null : "withheld";
      return withoutNumbers(withoutPlaces(text)) === text ? null : "told";
    },
  };
}
