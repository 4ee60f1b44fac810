import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { readScope } from "#modules/organization/server/index.ts";
import {
  latestFirst,
  presentMatters,
  readableIn,
  namesWithheldIn,
  toldWithout,
  wordsShownIn,
} from "#modules/recommendation/server/index.ts";
import { sql, type Kysely } from "kysely";

/** A matter that was answered at a conference, while nobody wrote down what was said. */
export type WordlessAnswer = { readonly code: string; readonly text: string };

/** The answers given at a conference that still wait for their words, as far as the reader may see the matters. */
export async function wordlessAnswers(
  db: Kysely<DB>,
  actor: Actor,
  conferenceId: string,
  today: string,
): Promise<WordlessAnswer[]> {
  const scope = await readScope(db, actor);
  const { rows } = await sql<WordlessAnswer & { namesWithheld: string[] }>`
    select r.code, r.text, ${namesWithheldIn(scope, today)} as "namesWithheld" from ${presentMatters}
    cross join lateral (select e.ruling, e.text from standing_event e
      where e.recommendation_id = r.id and e.act = 'rule' order by ${latestFirst("e")} limit 1) ruled
    where r.conference_id = ${conferenceId} and p.class = 'answered_in_room'
      and ruled.ruling = 'answered_now' and coalesce(ruled.text, '') = ''
      and ${readableIn(scope, today)} and ${wordsShownIn(scope, today)}
    order by r.code`.execute(db);
  return rows.map((row) => toldWithout(row, ["text"]));
}
