import { personIdOf, type Actor } from "#kernel/actor.ts";
import type { DB } from "#db";
import { sql, type Kysely, type Transaction } from "kysely";
import type { FileKind } from "../file-kinds.ts";
import type { Finding } from "../findings.ts";
import type { SubjectKind } from "../purposes.ts";

/** A file that somebody has brought. */
export type BroughtFile = {
  readonly id: string;
  readonly name: string;
  readonly kind: FileKind;
  readonly size: number;
  readonly digest: string;
  readonly sentDigest: string;
  readonly findings: readonly Finding[];
};

export type NewFile = BroughtFile & {
  readonly thumbnail: string | null;
  readonly width: number | null;
  readonly height: number | null;
};

const columns = ["id", "name", "kind", "size", "digest", "sent_digest as sentDigest", "findings"] as const;

/** Writes down a file whose bytes are kept; one of the same id is the same file, sent again. */
export async function insertFile(
  db: Kysely<DB>,
  file: NewFile,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Promise<void> {
  const { sentDigest, findings, ...row } = file;
  await db
    .insertInto("file")
    .values({
      ...row,
      sent_digest: sentDigest,
      findings: [...findings],
      recorded_at: now.toString(),
      recorded_by: personIdOf(actor),
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

export async function fileById(db: Kysely<DB>, id: string): Promise<BroughtFile | undefined> {
  const row = await db.selectFrom("file").select(columns).where("id", "=", id).executeTakeFirst();
  return row as BroughtFile | undefined;
}

/** Bytes that somebody has brought within the day before. */
export async function broughtSince(db: Kysely<DB>, actor: Actor, since: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ size: number }>`
    select coalesce(sum(size), 0)::bigint as size from file
    where recorded_by is not distinct from ${personIdOf(actor)}::uuid
      and recorded_at > ${since.toString()}::timestamptz`.execute(db);
  return rows[0]!.size;
}

/** Those of some files that the actor brought within the day before and that are attached nowhere, in the order asked for. */
export async function broughtBy(
  trx: Transaction<DB>,
  actor: Actor,
  ids: readonly string[],
  since: Temporal.Instant,
): Promise<BroughtFile[]> {
  const rows = await trx
    .selectFrom("file")
    .select(columns)
    .where("id", "in", ids)
    .where("recorded_by", "is not distinct from", personIdOf(actor))
    .where("recorded_at", ">", new Date(since.epochMilliseconds))
    .where(sql<boolean>`not exists (select from attachment a where a.file_id = file.id)`)
    .execute();
  const found = new Map(rows.map((row) => [row.id, row as BroughtFile]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** What is attached to a subject now. */
export async function attachedTo(
  trx: Transaction<DB>,
  subject: { readonly kind: SubjectKind; readonly id: string },
): Promise<BroughtFile[]> {
  const { rows } = await sql<BroughtFile>`
    select f.id, f.name, f.kind, f.size, f.digest, f.sent_digest as "sentDigest", f.findings
    from attachment a join file f on f.id = a.file_id
    where a.subject_kind = ${subject.kind} and a.subject_id = ${subject.id}
      and not exists (select from attachment_removal x where x.attachment_id = a.id)`.execute(trx);
  return rows;
}
