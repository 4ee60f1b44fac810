import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { scopeAsking } from "#modules/organization/server/index.ts";
import type { Asking } from "#platform/server/act/act.ts";
import { sql, type Kysely } from "kysely";
import { z } from "zod";
import { documentProblems as problems } from "../problems.ts";
import { findDocument } from "./find-document.ts";
import { readableDocument } from "./readable-documents.ts";

/** What has to be known of an issued document before anything that hangs on it is shown. */
export type DocumentInSight = {
  readonly id: string;
  readonly symbol: string;
  readonly unitId: string;
  /** Whether the actor reads the paper as it was frozen: nothing of it went out of sight since. */
  readonly whole: boolean;
};

/** A document for whoever may read it. @throws Problem `not_found` */
export async function documentInSight(
  db: Kysely<DB>,
  actor: Actor,
  id: string,
  today: string,
): Promise<DocumentInSight> {
  const { symbol, paper } = await findDocument(db, actor, id, today);
  const { rows } = await sql<{ unitId: string; whole: boolean }>`
    select d.unit_id as "unitId", d.paper = ${JSON.stringify(paper)}::jsonb as whole
    from issued_document d where d.id = ${id}`.execute(db);
  return { id, symbol, ...rows[0]! };
}

/** The document, locked, for whoever asks. @throws Problem `not_found`, also where the asker may not know of it */
export async function documentForChange(
  { trx, actor, today }: Asking,
  id: string,
): Promise<{ readonly id: string; readonly unitId: string }> {
  const readable = readableDocument(await scopeAsking(trx, actor), today);
  const named = z.uuid().safeParse(id).success ? id : null;
  const { rows } = await sql<{ id: string; unitId: string }>`
    select d.id, d.unit_id as "unitId" from issued_document d
    where d.id = ${named} and ${readable} for update of d`.execute(trx);
  if (!rows[0]) throw new Problem(problems.not_found);
  return rows[0];
}
