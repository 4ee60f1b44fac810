import type { DB } from "#db";
import { masked, toldToOthers } from "#kernel/masking/masked.ts";
import { telephonesIn, withoutNumbers, withoutTelephones } from "#kernel/masking/numbers-in-text.ts";
import { withoutPlaces } from "#kernel/masking/places-in-text.ts";
import { composed } from "#kernel/vietnamese-text.ts";
import { sql, type Kysely } from "kysely";

/**
 * What of a person stands in words that are to be printed: `withheld`, of one who is not to be named, is printed masked;
 * `told`, numbers and addresses of one who is named, is printed as it stands, and looked at before.
 */
export type PersonalWords = "withheld" | "told";

/**
 * Whom a paper goes to: `workers` have to reach whoever raised the matter and are told the telephone; a paper for
 * `everybody` is read out, sent around or handed over, and needs none.
 */
export type PaperGoesTo = "workers" | "everybody";

export type OutgoingWords = {
  /** A text of the matter with a code, as it leaves the office on paper. */
  readonly printed: (text: string, matter: string) => string;
  readonly personalIn: (text: string, matter: string) => PersonalWords | null;
};

type Row = {
  readonly code: string;
  readonly names: readonly string[];
  readonly withheld: boolean;
  /** Where the people said how they are reached. */
  readonly said: readonly string[];
};

/**
 * How words of some matters, by their codes, go out on paper: of who is not to be named neither name nor number, and of
 * who is named no telephone of theirs unless whoever gets the paper has to call; their own words go without numbers and
 * addresses then. A number that the office gives out in an answer is its own and stays.
 */
export async function outgoingWords(
  db: Kysely<DB>,
  codes: readonly string[],
  goesTo: PaperGoesTo,
): Promise<OutgoingWords> {
  const { rows } = await sql<Row>`
    select r.code, r.withheld_names as names,
      r.naming <> 'named' or coalesce(t.naming <> 'named', false) or r.withheld_names <> '{}' as withheld,
      array_remove(array[r.text, t.summary] || array(select q.contact from requester q
        where q.recommendation_id = r.id), null) as said
    from recommendation r left join turn t on t.id = r.turn_id
    where r.code = any(${[...codes]}::text[])`.execute(db);
  const matters = new Map(rows.map((row) => [row.code, { ...row, theirs: telephonesOf(row.said) }]));
  const printed = (text: string, code: string) => {
    const matter = matters.get(code);
    if (!matter) return text;
    if (matter.withheld) return masked(text, matter.names);
    if (goesTo === "workers") return text;
    if (matter.said.includes(text)) return toldToOthers(text);
    return matter.theirs.size === 0 ? text : withoutTelephones(text, matter.theirs);
  };
  return {
    printed,
    personalIn(text, code) {
      const shown = printed(text, code);
      if (matters.get(code)?.withheld) return shown === composed(text) ? null : "withheld";
      return withoutNumbers(withoutPlaces(shown)) === shown ? null : "told";
    },
  };
}

const telephonesOf = (texts: readonly string[]) => new Set(texts.flatMap(telephonesIn));
