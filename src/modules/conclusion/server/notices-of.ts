import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { readScope } from "#modules/organization/server/index.ts";
import { wordsShownIn } from "#modules/recommendation/server/index.ts";
import { sql, type Kysely } from "kysely";
import { mayReadDrafts, readableNotice } from "./readable-notices.ts";

export type EditionLine = {
  readonly id: string;
  readonly edition: number;
  readonly issuedOn: string;
  readonly lines: number;
  /** The numbers of its papers, such as "12/TB-UBND". */
  readonly symbols: readonly string[];
};

/** What there is of a conference's notice: its issued editions, the latest first, and the draft being written. */
export type NoticesOf = {
  readonly editions: readonly EditionLine[];
  /** Null also for those who do not read drafts. */
  readonly draft: { readonly id: string; readonly edition: number; readonly lines: number } | null;
};

type Row = Omit<EditionLine, "issuedOn"> & { issuedOn: string | null; unitId: string };

/** The notices of a conference that the actor may read. */
export async function noticesOf(
  db: Kysely<DB>,
  actor: Actor,
  conferenceId: string,
  today: string,
): Promise<NoticesOf> {
  const scope = await readScope(db, actor);
  const { rows } = await sql<Row>`
    select n.id, n.edition, n.issued_on as "issuedOn", c.unit_id as "unitId",
      (select count(*)::int from notice_line l join recommendation r on r.id = l.recommendation_id
        join unit u on u.id = r.unit_id
        where l.notice_id = n.id and ${wordsShownIn(scope, today)}) as lines,
      coalesce((select jsonb_agg(d.symbol order by d.side desc) from issued_document d
        where d.subject_kind = 'notice_of_conclusion' and d.subject_id = n.id), '[]') as symbols
    from notice_of_conclusion n join conference c on c.id = n.conference_id
    where n.conference_id = ${conferenceId} and (n.issued_on is null or ${readableNotice(scope, today)})
    order by n.edition desc`.execute(db);
  const editions = rows.flatMap(({ unitId: _unitId, issuedOn, ...row }) =>
    issuedOn ? [{ ...row, issuedOn }] : [],
  );
  const draft = rows.find(({ issuedOn }) => issuedOn === null);
  const seen = draft && (await mayReadDrafts(db, actor, draft.unitId, today));
  return { editions, draft: seen ? { id: draft.id, edition: draft.edition, lines: draft.lines } : null };
}
