import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { readScope, unitName, unitNarrowedTo } from "#modules/organization/server/index.ts";
import { foundBy } from "#platform/server/database/found-by.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";
import type { Side } from "../document-model.ts";
import type { PaperKind } from "../paper-kinds.ts";
import { readableDocument } from "./readable-documents.ts";

/** One line of the register of documents; the unit is called as on the day of issue. */
export type DocumentLine = {
  readonly id: string;
  readonly unit: string;
  readonly unitName: string;
  readonly side: Side;
  readonly kind: PaperKind;
  readonly symbol: string;
  readonly issuedOn: string;
  readonly abstract: string | null;
  readonly backEntered: boolean;
  readonly version: number;
  /** The document that took its place. */
  readonly replacedBy: string | null;
};

export type DocumentFilter = {
  readonly unit?: string | null;
  readonly side?: Side | null;
  readonly kind?: PaperKind | null;
  readonly year?: number | null;
  /** Words of its number or abstract, with or without tone marks. */
  readonly words?: string | null;
};

export type DocumentPage = { readonly lines: readonly DocumentLine[]; readonly total: number };

export const DOCUMENTS_A_PAGE = 20;

/** Issued documents that the actor may read, the latest first; pages count from 1. */
export async function listDocuments(
  db: Kysely<DB>,
  actor: Actor,
  filter: DocumentFilter,
  today: string,
  page = 1,
  size = DOCUMENTS_A_PAGE,
): Promise<DocumentPage> {
  if (filter.unit) await unitNarrowedTo(db, actor, filter.unit);
  const readable = readableDocument(await readScope(db, actor), today);
  const { rows } = await sql<DocumentLine & { total: number }>`
    select ${documentColumns}, (count(*) over ())::int as total
    from issued_document d join unit u on u.id = d.unit_id
    where ${readable} and ${matches(filter)}
    order by d.issued_on desc, d.id desc limit ${size} offset ${(page - 1) * size}`.execute(db);
  return { lines: rows.map(({ total: _total, ...line }) => line), total: rows[0]?.total ?? 0 };
}

/** The years in which documents to read were issued, the latest first. */
export async function documentYears(db: Kysely<DB>, actor: Actor, today: string): Promise<number[]> {
  const readable = readableDocument(await readScope(db, actor), today);
  const { rows } = await sql<{ year: number }>`
    select distinct extract(year from d.issued_on)::int as year from issued_document d where ${readable}
    order by year desc`.execute(db);
  return rows.map(({ year }) => year);
}

/** The columns of a line, of a document `d` and its unit `u`. */
export const documentColumns = sql`d.id, u.code as unit, d.side, d.kind, d.symbol, d.issued_on as "issuedOn",
  d.abstract, d.back_entered as "backEntered", d.version,
  ${unitName(sql`u.id`, sql`d.issued_on`)} as "unitName",
  (select later.id from issued_document later where later.replaces_id = d.id) as "replacedBy"`;

function matches({ unit, side, kind, year, words }: DocumentFilter): RawBuilder<unknown> {
  const conditions = [
    ...(unit ? [sql`u.code = ${unit}`] : []),
    ...(side ? [sql`d.side = ${side}`] : []),
    ...(kind ? [sql`d.kind = ${kind}`] : []),
    ...(year ? [sql`d.issued_on between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)`] : []),
    ...(words ? [foundBy(sql`document_key(d.symbol, d.abstract)`, words)] : []),
  ];
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`;
}
