import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { satisfiedShare, SMALLEST_GROUP } from "#modules/ballot/ballot.ts";
import { sql, type Kysely } from "kysely";
import type { Withheld } from "../../papers/outgoing-text.ts";

/**
 * Whoever makes a paper, it says what the office of the unit may read and no more: what is out of sight stays so, even
 * where the one who presses the button reviews such matters.
 */
export function officeReader(unitId: string): Actor {
  const post = { id: unitId, unitId, capacity: "office_secretary", acting: false } as const;
  return { kind: "person", personId: unitId, name: "office", posts: [post] };
}

/**
 * Who spoke in the conference, or raised one of the matters, and is not to be named; and their words. Of everybody the
 * words in which they may have given a telephone.
 */
export async function withheld(
  db: Kysely<DB>,
  conferenceId: string,
  codes: readonly string[],
): Promise<Withheld> {
  const { rows } = await sql<Withheld>`
    with hushed as (select t.id, t.speaker, t.summary from turn t where t.naming <> 'named'
        and (t.conference_id = ${conferenceId}
          or t.id in (select r.turn_id from recommendation r where r.code = any(${[...codes]}::text[])))),
      theirs as (select r.id, r.text, r.withheld_names from recommendation r
        where (r.code = any(${[...codes]}::text[]) or r.conference_id = ${conferenceId})
          and (r.naming <> 'named' or r.withheld_names <> '{}' or r.turn_id in (select id from hushed)))
    select array(select speaker from hushed where speaker is not null union select q.name from theirs
        join requester q on q.recommendation_id = theirs.id where q.name is not null
        union select unnest(withheld_names) from theirs
        union select v.speaker from hushed join turn_version v on v.turn_id = hushed.id
          where v.speaker is not null) as names,
      array(select summary from hushed where summary is not null union select text from theirs) as texts,
      array(select t.summary from turn t where t.conference_id = ${conferenceId} and t.summary is not null
        union select unnest(array_prepend(r.text, array(select q.contact from requester q
          where q.recommendation_id = r.id and q.contact is not null)))
        from recommendation r where r.code = any(${[...codes]}::text[])) as said`.execute(db);
  return rows[0]!;
}

/** The ballot's count where there is one; no share where so few answered that they could be known. */
export async function ballotResult(db: Kysely<DB>, conferenceId: string) {
  const count = await db
    .selectFrom("ballot")
    .select(["issued", "returned", "valid", "very_satisfied", "satisfied"])
    .where("conference_id", "=", conferenceId)
    .executeTakeFirst();
  if (!count) return null;
  const { issued, returned, valid, very_satisfied, satisfied } = count;
  const share = valid >= SMALLEST_GROUP ? satisfiedShare(count) : null;
  return { issued, returned, valid, pleased: very_satisfied + satisfied, share };
}
