import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { anyUnit, readScope, type ReadScope } from "#modules/organization/server/index.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";
import { wordsWithout } from "./told-without.ts";
import { namesWithheld, namesWithheldIn } from "./visibility.ts";

/**
 * The names that the actor is not to read in what is written of a conference `c` as a whole (its topic, its reasons, its
 * agenda, the words of its notice): of those who raised something there, or spoke, and are not to be named.
 */
export function namesWithheldOfConference(scope: ReadScope, today: string): RawBuilder<string[]> {
  if (scope.everything) return sql<string[]>`'{}'::text[]`;
  return namesOf(
    namesWithheldIn(scope, today),
    sql<boolean>`not coalesce(c.unit_id = ${anyUnit(scope.secretariatOf)}, false)`,
  );
}

/** Those that leave the product in no paper of a conference `c`, whoever sends it. */
export const namesOutOfConference = namesOf(namesWithheld, sql<boolean>`true`);

function namesOf(ofMatter: RawBuilder<string[]>, speakersToo: RawBuilder<boolean>): RawBuilder<string[]> {
  return sql<string[]>`array(
    select unnest(${ofMatter}) from recommendation r join unit u on u.id = r.unit_id
      where r.conference_id = c.id and r.withheld_names <> '{}'
    union select said.speaker from turn t
      cross join lateral (select t.speaker union select v.speaker from turn_version v where v.turn_id = t.id) said
      where t.conference_id = c.id and t.naming <> 'named' and said.speaker is not null and ${speakersToo})`;
}

/** What is written of some conferences, as one who asks may read it: by the conference's id, a text without those names. */
export type ToldOfConference = <Words extends string | null>(conference: string, text: Words) => Words;

/** How the actor is told what stands in some conferences, by id; one that is not among them is told as it is written. */
export async function toldOfConferences(
  db: Kysely<DB>,
  actor: Actor,
  ids: readonly string[],
  today: string,
): Promise<ToldOfConference> {
  return toldWith(db, ids, namesWithheldOfConference(await readScope(db, actor), today));
}

/** The same on papers, in letters and words to others, whoever sends them. */
export function toldToAll(db: Kysely<DB>, ids: readonly string[]): Promise<ToldOfConference> {
  return toldWith(db, ids, namesOutOfConference);
}

async function toldWith(
  db: Kysely<DB>,
  ids: readonly string[],
  withheld: RawBuilder<string[]>,
): Promise<ToldOfConference> {
  if (ids.length === 0) return (_, text) => text;
  const { rows } = await sql<{ id: string; names: string[] }>`
    select c.id, ${withheld} as names from conference c where c.id = any(${[...new Set(ids)]}::uuid[])`.execute(
    db,
  );
  const names = new Map(rows.map((row) => [row.id, row.names]));
  return (conference, text) => wordsWithout(text, names.get(conference) ?? []);
}
