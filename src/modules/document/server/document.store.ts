import { personIdOf } from "#kernel/actor.ts";
import type { DB } from "#db";
import { uuidv7 } from "#kernel/identifier.ts";
import { Problem } from "#kernel/problem.ts";
import { sql, type Kysely, type Transaction } from "kysely";
import type { Side } from "../document-model.ts";
import type { DocumentNumber } from "../numbering.ts";
import { documentProblems as problems } from "../problems.ts";
import type { Issue } from "./issue-document.ts";

/** Within a series a number is given once. */
export type Series = {
  readonly unitId: string;
  readonly side: Side;
  readonly type: string;
  readonly period: string;
};

/** Holds the series until the transaction ends: whoever wants its next number waits. */
export async function lockSeries(
  trx: Transaction<DB>,
  { unitId, side, type, period }: Series,
): Promise<void> {
  const key = ["document", unitId, side, type, period].join("|");
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(trx);
}

/** One more than the highest number of the series; the series must be locked. */
export async function nextNumber(trx: Transaction<DB>, series: Series): Promise<number> {
  const { last } = await inSeries(trx, series)
    .select((eb) => eb.fn.max("number").as("last"))
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/** The document that bears a number of the series. */
export async function documentWithNumber(
  db: Kysely<DB>,
  series: Series,
  { number, letter }: DocumentNumber,
): Promise<{ symbol: string; abstract: string | null; issuedOn: string } | undefined> {
  return inSeries(db, series)
    .select(["symbol", "abstract", "issued_on as issuedOn"])
    .where("number", "=", number)
    .where("letter", "=", letter)
    .executeTakeFirst();
}

function inSeries(db: Kysely<DB>, { unitId, side, type, period }: Series) {
  return db
    .selectFrom("issued_document")
    .where("unit_id", "=", unitId)
    .where("side", "=", side)
    .where("type", "=", type)
    .where("series_period", "=", period);
}

/** The version that follows a document's, which nothing else may have replaced. @throws Problem */
export async function versionAfter(trx: Transaction<DB>, id: string): Promise<number> {
  const { rows } = await sql<{ version: number; replaced: boolean }>`
    select d.version, exists (select from issued_document n where n.replaces_id = d.id) as replaced
    from issued_document d where d.id = ${id} for share of d`.execute(trx);
  const [replaced] = rows;
  if (!replaced) throw new Problem(problems.not_found);
  if (replaced.replaced) throw new Problem(problems.replaced_already);
  return replaced.version + 1;
}

type NewDocument = Issue &
  Series &
  DocumentNumber & { readonly symbol: string; readonly version: number; readonly backEntered: boolean };

/** Writes an issued document; returns its id. */
export async function insertDocument(trx: Transaction<DB>, document: NewDocument): Promise<string> {
  const { paper, by, subject } = document;
  const id = uuidv7(by.now);
  await trx
    .insertInto("issued_document")
    .values({
      id,
      unit_id: document.unitId,
      side: paper.side,
      kind: paper.kind,
      type: document.type,
      series_period: document.period,
      number: document.number,
      letter: document.letter,
      symbol: document.symbol,
      issued_on: document.issuedOn,
      abstract: paper.abstract,
      subject_kind: subject.kind,
      subject_id: subject.id,
      paper: JSON.stringify(paper),
      version: document.version,
      replaces_id: document.replaces ?? null,
      back_entered: document.backEntered,
      recorded_at: by.now.toString(),
      recorded_by: personIdOf(by.actor),
      recorded_in: by.post?.id ?? null,
    })
    .execute();
  return id;
}
