import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import type { ProblemDefinition } from "#kernel/problem.ts";
import { readableConference } from "#modules/conference/server/index.ts";
import { mayDo, readScope, type ReadScope } from "#modules/organization/server/index.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";
import { mayIssueConclusion } from "../permissions.ts";
import { conclusionProblems as problems } from "../problems.ts";

/** A draft is for those who write and sign it; `unitId` is the conference's unit. */
export async function mayReadDrafts(db: Kysely<DB>, actor: Actor, unitId: string, today: string) {
  return mayDo(db, actor, mayIssueConclusion, unitId, today);
}

/** Whether a line `l` gives work to one of the reader's units. */
export function ownLine(scope: ReadScope): RawBuilder<boolean> {
  const units = sql`any(${[...scope.assignedTo, ...scope.subtreeOf]}::uuid[])`;
  return sql<boolean>`(l.lead_id = ${units} or exists (select from notice_line_coordinator own
    where own.notice_id = l.notice_id and own.recommendation_id = l.recommendation_id and own.unit_id = ${units}))`;
}

/** Whether an issued notice `n` of a conference `c` may be read: with the conference, or for work it gives. */
export function readableNotice(scope: ReadScope, today: string): RawBuilder<boolean> {
  return sql<boolean>`(${readableConference(scope, today)}
    or exists (select from notice_line l where l.notice_id = n.id and ${ownLine(scope)}))`;
}

type Asked = {
  readonly trx: Kysely<DB>;
  readonly actor: Actor;
  readonly place: { readonly unitId: string; readonly notice: { id: string; issued_on: string | null } };
  readonly today: string;
};

/** For acts: that a notice is not there, as somebody is told who may not read it; null for one who may. */
export async function unknownNotice({ trx, actor, place, today }: Asked): Promise<ProblemDefinition | null> {
  if (place.notice.issued_on === null)
    return (await mayReadDrafts(trx, actor, place.unitId, today)) ? null : problems.not_found;
  const scope = await readScope(trx, actor);
  const { rows } = await sql`
    select from notice_of_conclusion n join conference c on c.id = n.conference_id
    where n.id = ${place.notice.id} and ${readableNotice(scope, today)}`.execute(trx);
  return rows.length > 0 ? null : problems.not_found;
}
