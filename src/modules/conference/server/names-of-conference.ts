import { anyUnit, type ReadScope } from "#modules/organization/server/index.ts";
import { namesWithheld, namesWithheldIn } from "#modules/recommendation/server/index.ts";
import { sql, type RawBuilder } from "kysely";

/**
 * The names that the actor is not to read in what is written of a conference `c` as a whole (its topic, its reasons, the
 * words of its notice): of those who raised something there, or spoke, and are not to be named.
 */
export function namesWithheldOfConference(scope: ReadScope, today: string): RawBuilder<string[]> {
  if (scope.everything) return sql<string[]>`'{}'::text[]`;
  return namesOf(
    namesWithheldIn(scope, today),
    sql<boolean>`not coalesce(c.unit_id = ${anyUnit(scope.secretariatOf)}, false)`,
  );
}

/** Those that leave the product in no paper of a conference `c`, whoever sends it. */
export const namesOutOfPapersOfConference = namesOf(namesWithheld, sql<boolean>`true`);

function namesOf(ofMatter: RawBuilder<string[]>, speakersToo: RawBuilder<boolean>): RawBuilder<string[]> {
  return sql<string[]>`array(
    select unnest(${ofMatter}) from recommendation r join unit u on u.id = r.unit_id
      where r.conference_id = c.id and r.withheld_names <> '{}'
    union select said.speaker from turn t
      cross join lateral (select t.speaker union select v.speaker from turn_version v where v.turn_id = t.id) said
      where t.conference_id = c.id and t.naming <> 'named' and said.speaker is not null and ${speakersToo})`;
}
