import type { Actor } from "#kernel/actor.ts";
import { foldTone } from "#kernel/vietnamese-text.ts";
import { readScope } from "#modules/organization/server/index.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import type { Status } from "../status-transitions.ts";
import { presentMatters, readableIn, villageOfMatter, wordsShownIn } from "./visibility.ts";

export type SimilarMatter = {
  readonly code: string;
  readonly excerpt: string;
  readonly villageName: string | null;
  readonly receivedOn: string;
  readonly status: Status;
};

const ofMatter = { unit: sql`r.unit_id`, village: sql`r.village_id`, day: sql`r.received_on` };
const atMost = 5;
const likeEnough = 0.3;

/**
 * Matters of a unit, of any age, whose words are most like these: the five likest, tone marks or not. What the
 * actor may not read is not among them.
 */
export async function similarMatters(
  db: Kysely<DB>,
  actor: Actor,
  text: string,
  unitCode: string,
  today: string,
  butNot: string | null = null,
): Promise<SimilarMatter[]> {
  const scope = await readScope(db, actor);
  const folded = foldTone(text).slice(0, 2000);
  const { rows } = await sql<SimilarMatter>`
    with like_it as (
      select r.id, greatest(similarity(r.search, ${folded}), word_similarity(${folded}, r.search)) as likeness
      from ${presentMatters}
      where r.unit_id = (select id from unit where code = ${unitCode}) and r.code is distinct from ${butNot}
        and ${readableIn(scope, today)} and ${wordsShownIn(scope, today)})
    select r.code, left(r.text, 240) as excerpt, r.received_on as "receivedOn", p.status,
      ${villageOfMatter(ofMatter)} as "villageName"
    from like_it join ${presentMatters} on r.id = like_it.id
    where likeness >= ${likeEnough} order by likeness desc, r.received_on desc, r.id limit ${atMost}`.execute(
    db,
  );
  return rows;
}
