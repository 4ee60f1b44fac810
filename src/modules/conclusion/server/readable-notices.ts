import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { readableConference } from "#modules/conference/server/index.ts";
import { mayDo, scopeAsking, type ReadScope } from "#modules/organization/server/index.ts";
import type { Asking } from "#platform/server/act/act.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";
import { mayIssueConclusion } from "../permissions.ts";

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

type NoticePlace = {
  readonly unitId: string;
  readonly notice: { readonly id: string; readonly issued_on: string | null };
};

/** Whether whoever asks may know of a notice: of a draft those who read drafts, of what was issued whoever reads it. */
export async function mayKnowOfNotice(
  { trx, actor, today }: Asking,
  { unitId, notice }: NoticePlace,
): Promise<boolean> {
  if (notice.issued_on === null) return mayReadDrafts(trx, actor, unitId, today);
  const scope = await scopeAsking(trx, actor);
  const { rows } = await sql`
    select from notice_of_conclusion n join conference c on c.id = n.conference_id
    where n.id = ${notice.id} and ${readableNotice(scope, today)}`.execute(trx);
  return rows.length > 0;
}
