import type { DB } from "#db";
import { Problem } from "#kernel/problem.ts";
import { sql, type Kysely, type RawBuilder, type Transaction } from "kysely";
import type { Finding } from "../findings.ts";
import { attachmentProblems as problems } from "../problems.ts";
import type { SubjectKind } from "../purposes.ts";

/** The last word on whether an attachment `a` may be shown to the public. */
export const approved: RawBuilder<boolean> = sql<boolean>`coalesce((select said.approved from attachment_approval said
  where said.attachment_id = a.id order by said.id desc limit 1), false)`;

type Attached = {
  readonly id: string;
  readonly recordedBy: string | null;
  readonly findings: readonly Finding[];
};

/** One file of a subject that was found and locked. @throws Problem `not_found`, `removed_already` */
export async function attachmentAt(
  trx: Transaction<DB>,
  kind: SubjectKind,
  subjectId: string,
  id: string,
): Promise<Attached> {
  const { rows } = await sql<Attached & { removed: boolean }>`
    select a.id, a.recorded_by as "recordedBy", f.findings,
      exists (select from attachment_removal x where x.attachment_id = a.id) as removed
    from attachment a join file f on f.id = a.file_id
    where a.id = ${id} and a.subject_kind = ${kind} and a.subject_id = ${subjectId}`.execute(trx);
  const [found] = rows;
  if (!found) throw new Problem(problems.not_found);
  if (found.removed) throw new Problem(problems.removed_already);
  return found;
}

/** Where one file is attached, for whoever then asks whether it may be read there. */
export type AttachedWhere = {
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly purpose: string;
  readonly approved: boolean;
  readonly byId: string | null;
  readonly name: string;
  readonly kind: string;
  readonly size: number;
  readonly digest: string;
  readonly thumbnail: string | null;
};

export async function attachmentById(db: Kysely<DB>, id: string): Promise<AttachedWhere | undefined> {
  const { rows } = await sql<AttachedWhere>`
    select a.subject_kind as "subjectKind", a.subject_id as "subjectId", a.purpose, ${approved} as approved,
      a.recorded_by as "byId", f.name, f.kind, f.size, f.digest, f.thumbnail
    from attachment a join file f on f.id = a.file_id
    where a.id = ${id} and not exists (select from attachment_removal x where x.attachment_id = a.id)`.execute(
    db,
  );
  return rows[0];
}
