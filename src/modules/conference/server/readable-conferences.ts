import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import type { ProblemDefinition } from "#kernel/problem.ts";
import { readScope, type ReadScope } from "#modules/organization/server/index.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";
import { conferenceProblems as problems } from "../problems.ts";
import type { Life } from "../conference.ts";

/** Where a conference `c` stands in its life. */
export const life = sql<Life>`case when c.held_recorded_at is not null then 'held'
  when c.called_off_recorded_at is not null then 'called_off' else 'prepared' end`;

/**
 * Whether a conference `c` may be read. Those who read a whole unit read its conferences and those below it;
 * an agency and a village read the conferences of the unit that they hang on.
 */
export function readableConference(scope: ReadScope): RawBuilder<boolean> {
  if (scope.everything) return sql`true`;
  return sql`(
    exists (select from unit_ancestry a
      where a.descendant_id = c.unit_id and a.ancestor_id = any(${[...scope.subtreeOf]}::uuid[]))
    or exists (select from unit_parent p
      where p.parent_id = c.unit_id and p.unit_id = any(${[...scope.assignedTo, ...scope.villages]}::uuid[])))`;
}

/** Whether the page of a conference opens to an actor. */
export async function mayReadConference(db: Kysely<DB>, actor: Actor, id: string): Promise<boolean> {
  const { rows } = await sql`select from conference c
    where c.id = ${id} and ${readableConference(await readScope(db, actor))}`.execute(db);
  return rows.length > 0;
}

type Asked = {
  readonly trx: Kysely<DB>;
  readonly actor: Actor;
  readonly place: { readonly conference: { readonly id: string } };
};

/** For acts: that a conference is not there, as somebody is told who may not read it; null for one who may. */
export async function unknownConference({ trx, actor, place }: Asked): Promise<ProblemDefinition | null> {
  return (await mayReadConference(trx, actor, place.conference.id)) ? null : problems.not_found;
}
