import { createHash } from "node:crypto";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import type { Approved } from "../../public-words.ts";

/**
 * Whether an approval `a` of a public version still stands. Who changes how its speaker is named takes it back: what
 * may be posted of a person was agreed under the other naming.
 */
export const stillApproved = sql<boolean>`(
  not exists (select from recommendation m join turn t on t.id = m.turn_id join turn_version o on o.turn_id = t.id
    where m.id = a.recommendation_id and o.superseded_at >= a.approved_at and o.naming <> t.naming)
  and not exists (select from recommendation m join recommendation_correction o on o.recommendation_id = m.id
    where m.id = a.recommendation_id and o.recorded_at >= a.approved_at and o.naming <> m.naming))`;

/** What persons approved of the words of some matters, each for exactly its original. */
export async function approvedWords(db: Kysely<DB>, codes: readonly string[]): Promise<Approved> {
  const { rows } = await sql<{ code: string; digest: string; text: string }>`
    select distinct on (r.code, a.original_digest) r.code, encode(a.original_digest, 'hex') as digest, a.text
    from public_version a join recommendation r on r.id = a.recommendation_id
    where r.code = any(${[...codes]}::text[]) and ${stillApproved}
    order by r.code, a.original_digest, a.id desc`.execute(db);
  const known = new Map(rows.map(({ code, digest, text }) => [`${code} ${digest}`, text]));
  return (original, matter) => {
    const digest = createHash("sha256").update(original, "utf8").digest("hex");
    return known.get(`${matter} ${digest}`);
  };
}
