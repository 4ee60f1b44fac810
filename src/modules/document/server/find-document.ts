import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { readScope } from "#modules/organization/server/index.ts";
import { sql, type Kysely } from "kysely";
import { z } from "zod";
import type { Paper } from "../document-model.ts";
import { documentProblems as problems } from "../problems.ts";
import { documentColumns, type DocumentLine } from "./list-documents.ts";
import { paperAsRead } from "./paper-as-read.ts";
import { paperWithoutNames } from "./paper-without-names.ts";
import { readableDocument } from "./readable-documents.ts";

/** An issued document as it was frozen, without what went out of sight since, with what it is about and what it replaced. */
export type DocumentReading = DocumentLine & {
  readonly paper: Paper;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly replaces: string | null;
};

/** @throws Problem `not_found`, also for what the actor may not read */
export async function findDocument(
  db: Kysely<DB>,
  actor: Actor,
  id: string,
  today: string,
): Promise<DocumentReading> {
  if (!z.uuid().safeParse(id).success) throw new Problem(problems.not_found);
  const scope = await readScope(db, actor);
  const { rows } = await sql<DocumentReading>`
    select ${documentColumns}, d.paper, d.replaces_id as replaces,
      jsonb_build_object('kind', d.subject_kind, 'id', d.subject_id) as subject
    from issued_document d join unit u on u.id = d.unit_id
    where d.id = ${id} and ${readableDocument(scope, today)}`.execute(db);
  const [document] = rows;
  if (!document) throw new Problem(problems.not_found);
  const paper = await paperAsRead(db, scope, document.paper, today);
  return { ...document, paper: await paperWithoutNames(db, scope, document.subject, paper, today) };
}

/** The documents about one subject, such as a conference, that the actor may read; the latest first. */
export async function documentsAbout(
  db: Kysely<DB>,
  actor: Actor,
  subject: { readonly kind: string; readonly id: string },
  today: string,
): Promise<DocumentLine[]> {
  const readable = readableDocument(await readScope(db, actor), today);
  const { rows } = await sql<DocumentLine>`
    select ${documentColumns} from issued_document d join unit u on u.id = d.unit_id
    where d.subject_kind = ${subject.kind} and d.subject_id = ${subject.id} and ${readable}
    order by d.issued_on desc, d.id desc`.execute(db);
  return rows;
}
