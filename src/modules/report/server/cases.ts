import { isRealDay } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { outOfSight, toldWithout } from "#modules/recommendation/server/index.ts";
import type { DB } from "#db";
import { sql, type Kysely, type Transaction } from "kysely";
import { figureName, type CaseKind, type CasePage, type PageAsked, type ReportCase } from "../case.ts";
import { reportProblems as problems } from "../problems.ts";
import type { ReportQuestion } from "../report.ts";
import { detailsOf, EXCERPT } from "./case-details.ts";
import { caseRows, type CaseRows } from "./case-rows.ts";
import { indicatorRows } from "./indicator-rows.ts";
import { scopeOf, type Scope, type Sql } from "./scope.ts";
import { ofOneMoment } from "./summary.ts";

/**
 * The records that a figure of the report is counted from, by day, a page at a time. Figures are named as in the
 * report: `done`, `by_field.giao_thong`, `balance.opening`, `conferences.held`, `plans.MC.shortfall`,
 * `indicators.citizens_received`. The amounts of all pages, with what is withheld, add up to the figure.
 * Whether the reader may see the unit's records is for the caller to know.
 * @throws Problem `report.no_such_figure`, `report.not_a_cursor`, and those of `reportSummary` about the question
 */
export async function reportCases(
  db: Kysely<DB>,
  question: ReportQuestion,
  figure: string,
  page: PageAsked = {},
): Promise<CasePage> {
  return ofOneMoment(db, (trx) => listCases(trx, question, figure, page));
}

/** The same within a transaction that is already open. */
export async function listCases(
  trx: Transaction<DB>,
  question: ReportQuestion,
  figure: string,
  page: PageAsked,
): Promise<CasePage> {
  const scope = await scopeOf(trx, question);
  const found = await rowsOf(trx, scope, figureName(figure));
  if (!found) throw new Problem(problems.no_such_figure, { values: { figure }, field: "figure" });
  const withheld = tellsMore(found.kind, figureName(figure)) ? await withheldOf(trx, found) : 0;
  const listed = withheld === 0 ? found : inSightOf(found);
  const total = await totalOf(trx, listed);
  return { figure, total, ...(await readPage(trx, scope, listed, page)), withheld };
}

async function rowsOf(trx: Transaction<DB>, scope: Scope, figure: string): Promise<CaseRows | null> {
  const indicator = /^indicators\.(.+)$/.exec(figure)?.[1];
  return indicator ? indicatorRows(trx, scope, indicator) : caseRows(scope, figure);
}

/** These list a matter out of sight as its stub, for they say of it what the stub says. */
const stubFigures: ReadonlySet<string> = new Set(["received", "routed_out", "balance.new"]);

/** Whether to stand in the list of a figure is to be told a field, an agency, a channel, a state or a date. */
function tellsMore(kind: CaseKind, figure: string): boolean {
  return kind === "recommendation" && !stubFigures.has(figure);
}

const hiddenRow = sql`exists (select from recommendation r where r.id = one.record_id and ${outOfSight})`;

async function withheldOf(trx: Transaction<DB>, { tables, rows }: CaseRows): Promise<number> {
  const { rows: found } = await sql<{ withheld: number }>`
    with ${tables} select coalesce(sum(amount), 0)::float8 as withheld from (${rows}) as one where ${hiddenRow}`.execute(
    trx,
  );
  return found[0]!.withheld;
}

function inSightOf({ rows, ...found }: CaseRows): CaseRows {
  return { ...found, rows: sql`select * from (${rows}) as one where not ${hiddenRow}` };
}

async function totalOf(trx: Transaction<DB>, { tables, rows }: CaseRows): Promise<CasePage["total"]> {
  const { rows: found } = await sql<CasePage["total"]>`
    with ${tables} select count(*)::int as cases, coalesce(sum(amount), 0)::float8 as amount from (${rows}) as one`.execute(
    trx,
  );
  return found[0]!;
}

type Row = Omit<ReportCase, "kind" | "unit"> & {
  row_id: string;
  unit_code: string;
  unit_name: string;
  namesWithheld: string[];
};

async function readPage(
  trx: Transaction<DB>,
  scope: Scope,
  { kind, tables, rows }: CaseRows,
  { after, limit = 50 }: PageAsked,
) {
  const size = Math.max(1, Math.min(200, Math.trunc(limit)));
  const { rows: found } = await sql<Row>`
    with ${tables},
    page as (select * from (${rows}) as one where ${following(after ?? null)} order by on_day, row_id limit ${size + 1}),
    detailed as (${detailsOf(kind, scope)})
    select d.record_id as id, d.row_id, d.code, d.text, d."namesWithheld", d.on_day as on, d.amount::float8 as amount, d.received_on,
      d.field, d.class, d.due_on as due, lead.code as lead, u.code as unit_code, coalesce(n.name, u.code) as unit_name
    from detailed d
    join unit u on u.id = d.unit_id
    left join unit_name n on n.unit_id = u.id and d.named_on between n.from_on and n.until_on
    left join unit lead on lead.id = d.lead_id
    order by d.on_day, d.row_id`.execute(trx);
  const shown = found.slice(0, size).map((row) => toldWithout(row, ["text"], EXCERPT));
  const last = found.length > size ? shown.at(-1) : undefined;
  return { cases: shown.map((row) => caseFrom(kind, row)), next: last ? `${last.on}~${last.row_id}` : null };
}

const cursor = /^(\d{4}-\d{2}-\d{2})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function following(after: string | null): Sql {
  if (after === null) return sql`true`;
  const [, day, id] = cursor.exec(after) ?? [];
  if (!day || !id || !isRealDay(day))
    throw new Problem(problems.not_a_cursor, { values: { after }, field: "after" });
  return sql`(on_day, row_id) > (${day}::date, ${id}::uuid)`;
}

function caseFrom(
  kind: CaseKind,
  { row_id: _, unit_code, unit_name, ...row }: Omit<Row, "namesWithheld">,
): ReportCase {
  return { kind, ...row, unit: { code: unit_code, name: unit_name } };
}
