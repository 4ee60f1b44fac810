import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import { publicWords, type Approved, type ToldInPublic } from "../../public-words.ts";
import { approvedWords } from "./approved-words.ts";

/**
 * How words of some matters, by their codes, are read out to the people or posted: in the public version that a person approved,
 * and where there is none in a proposal without names, numbers and addresses. Whatever reads words out asks this.
 */
export async function toldInPublic(
  db: Kysely<DB>,
  codes: readonly string[],
): Promise<{ readonly told: ToldInPublic; readonly approved: Approved }> {
  const [names, approved] = [await everybodyNamed(db, codes), await approvedWords(db, codes)];
  return { told: publicWords(names, approved), approved };
}

/** Everybody who raised one of the matters or spoke of it: none of them is named in public. */
async function everybodyNamed(db: Kysely<DB>, codes: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select t.speaker as name from recommendation r join turn t on t.id = r.turn_id
      where r.code = any(${[...codes]}::text[]) and t.speaker is not null
    union select q.name from recommendation r join requester q on q.recommendation_id = r.id
      where r.code = any(${[...codes]}::text[]) and q.name is not null
    union select unnest(r.withheld_names) from recommendation r where r.code = any(${[...codes]}::text[])`.execute(
    db,
  );
  return rows.map(({ name }) => name);
}
