import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import type { Paper } from "../document-model.ts";
import type { PaperEnding } from "../paper-endings.ts";

/** A file of an issued document, of the paper as its reader reads it. */
export type Print = { readonly document: string; readonly paper: Paper; readonly ending: PaperEnding };

/** The kept file, where the reader reads the very paper that was frozen. */
export async function keptPrint(
  db: Kysely<DB>,
  { document, paper, ending }: Print,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const { rows } = await sql<{ file: Buffer }>`
    select p.file from printed_document p join issued_document d on d.id = p.document_id
    where p.document_id = ${document} and p.ending = ${ending}
      and d.paper = ${JSON.stringify(paper)}::jsonb`.execute(db);
  return rows[0] ? new Uint8Array(rows[0].file) : null;
}

/** Keeps a file of the paper as it was frozen; of any other, and where one is kept already, nothing: whether it is kept now. */
export async function keepPrint(
  db: Kysely<DB>,
  { document, paper, ending }: Print,
  file: Uint8Array,
  now: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql`
    insert into printed_document (document_id, ending, file, made_at)
    select d.id, ${ending}, ${Buffer.from(file)}, ${now.toString()} from issued_document d
    where d.id = ${document} and d.paper = ${JSON.stringify(paper)}::jsonb
    on conflict do nothing returning 1`.execute(db);
  return rows.length > 0;
}
