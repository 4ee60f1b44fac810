import type { DB } from "#db";
import { personIdOf, type Actor } from "#kernel/actor.ts";
import { readableConference } from "#modules/conference/server/index.ts";
import { readableDocument } from "#modules/document/server/index.ts";
import { readScope, unitName, type ReadScope } from "#modules/organization/server/index.ts";
import { readableIn, wordsShownIn, wordsWithout } from "#modules/recommendation/server/index.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";
import type { FileKind } from "../file-kinds.ts";
import type { Finding } from "../findings.ts";
import { attaching } from "../permissions.ts";
import type { Purpose, SubjectKind } from "../purposes.ts";
import { approved } from "./attachment.store.ts";
import { isShown, type SubjectInSight } from "./subject-in-sight.ts";

/** Where else the same bytes are attached, as far as the reader may know. */
export type Elsewhere = { readonly kind: SubjectKind; readonly id: string; readonly label: string };

type Recorded = { readonly by: string | null; readonly byUnit: string | null; readonly at: string };

export type AttachmentLine = Recorded & {
  readonly id: string;
  /** By which it was brought. */
  readonly fileId: string;
  readonly name: string;
  readonly kind: FileKind;
  readonly purpose: Purpose;
  readonly size: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly digest: string;
  readonly sentDigest: string;
  readonly drawn: boolean;
  readonly findings: readonly Finding[];
  readonly approved: boolean;
  readonly elsewhere: readonly Elsewhere[];
  /** Whether the reader may take it off. */
  readonly mayRemove: boolean;
};

/** One that was taken off, for those who attach there. */
export type RemovedLine = Recorded & {
  readonly id: string;
  readonly name: string;
  readonly purpose: Purpose;
  readonly reason: string;
};

export type AttachmentList = {
  readonly subject: { readonly kind: SubjectKind; readonly id: string; readonly label: string };
  readonly files: readonly AttachmentLine[];
  readonly removed: readonly RemovedLine[];
  readonly mayAttach: boolean;
  readonly mayApprove: boolean;
};

type Row = AttachmentLine & {
  readonly byId: string | null;
  readonly reason: string | null;
  readonly removedAt: string | null;
  readonly remover: string | null;
  readonly removerUnit: string | null;
};

type Asker = { readonly db: Kysely<DB>; readonly actor: Actor; readonly today: string };

/** All files of something that the actor may know of: one question for their lines, however many they are. */
export async function listAttachments(
  { db, actor, today }: Asker,
  subject: SubjectInSight,
): Promise<AttachmentList> {
  const { kind, id, label, names } = subject;
  const head = { subject: { kind, id, label } };
  if (subject.hidden) return { ...head, files: [], removed: [], mayAttach: false, mayApprove: false };
  const [mayAttach, mayApprove] = [
    await subject.may(attaching[kind].attach),
    await subject.may(attaching[kind].approve),
  ];
  const scope = await readScope(db, actor);
  const { rows } = await linesOf(scope, { kind, id, today }).execute(db);
  const own = personIdOf(actor);
  const shown = rows.filter((row) => isShown(subject, row, actor));
  return {
    ...head,
    mayAttach,
    mayApprove,
    files: shown
      .filter((row) => row.removedAt === null)
      .map(({ byId, reason: _reason, removedAt: _at, remover: _remover, removerUnit: _unit, ...line }) => ({
        ...line,
        name: wordsWithout(line.name, names),
        mayRemove: mayApprove || (mayAttach && byId === own),
      })),
    removed: !mayAttach
      ? []
      : shown.flatMap((row) =>
          row.removedAt === null
            ? []
            : {
                id: row.id,
                name: wordsWithout(row.name, names),
                purpose: row.purpose,
                reason: wordsWithout(row.reason!, names),
                by: row.remover,
                byUnit: row.removerUnit,
                at: row.removedAt,
              },
        ),
  };
}

type Of = { readonly kind: SubjectKind; readonly id: string; readonly today: string };

const instant = (at: RawBuilder<unknown>) =>
  sql<string>`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

function linesOf(scope: ReadScope, { kind, id, today }: Of): RawBuilder<Row> {
  const unitOf = (post: RawBuilder<unknown>) =>
    sql`(select ${unitName(sql`held.unit_id`, sql`${today}::date`)} from post held where held.id = ${post})`;
  return sql<Row>`
    select a.id, f.id as "fileId", f.name, f.kind, a.purpose, f.size, f.width, f.height, f.digest, f.sent_digest as "sentDigest",
      f.thumbnail is not null as drawn, f.findings, ${approved} as approved, ${elsewhere(scope, today)} as elsewhere,
      ${instant(sql`a.recorded_at`)} as at, by.full_name as by, ${unitOf(sql`a.recorded_in`)} as "byUnit",
      a.recorded_by as "byId", x.reason, ${instant(sql`x.recorded_at`)} as "removedAt",
      remover.full_name as remover, ${unitOf(sql`x.recorded_in`)} as "removerUnit"
    from attachment a join file f on f.id = a.file_id
    left join attachment_removal x on x.attachment_id = a.id
    left join person by on by.id = a.recorded_by left join person remover on remover.id = x.recorded_by
    where a.subject_kind = ${kind} and a.subject_id = ${id} order by a.id`;
}

/** Of some attachments those whose bytes are attached elsewhere, too, as far as the reader may know. */
export async function attachedElsewhere(
  db: Kysely<DB>,
  scope: ReadScope,
  ids: readonly string[],
  today: string,
): Promise<{ readonly name: string; readonly elsewhere: readonly Elsewhere[] }[]> {
  const { rows } = await sql<{ name: string; elsewhere: Elsewhere[] }>`
    select f.name, ${elsewhere(scope, today)} as elsewhere from attachment a join file f on f.id = a.file_id
    where a.id = any(${[...ids]}::uuid[]) order by a.id`.execute(db);
  return rows.filter((row) => row.elsewhere.length > 0);
}

/** The same bytes at something else that the reader may read: a scan that was attached to the wrong paper shows there. */
function elsewhere(scope: ReadScope, today: string): RawBuilder<Elsewhere[]> {
  return sql<Elsewhere[]>`coalesce((
    select jsonb_agg(distinct jsonb_build_object('kind', o.subject_kind, 'id', coalesce(there.at, o.subject_id::text), 'label', there.label))
    from file same join attachment o on o.file_id = same.id
    cross join lateral (
      select r.code as label, r.code as at from recommendation r join unit u on u.id = r.unit_id
        where o.subject_kind = 'recommendation' and r.id = o.subject_id and r.taken_back_at is null
          and ${readableIn(scope, today)} and ${wordsShownIn(scope, today)}
      union all select d.symbol, null from issued_document d
        where o.subject_kind = 'issued_document' and d.id = o.subject_id and ${readableDocument(scope, today)}
      union all select to_char(c.held_on, 'DD/MM/YYYY'), null from conference c
        where o.subject_kind = 'conference' and c.id = o.subject_id and ${readableConference(scope, today)}) there
    where (same.digest = f.digest or same.sent_digest = f.sent_digest) and o.subject_id <> a.subject_id
      and not exists (select from attachment_removal gone where gone.attachment_id = o.id)), '[]'::jsonb)`;
}
