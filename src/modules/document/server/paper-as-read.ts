import type { DB } from "#db";
import { anyUnit, liesBelow, type ReadScope } from "#modules/organization/server/index.ts";
import { sql, type Kysely } from "kysely";
import type { Paper } from "../document-model.ts";
import { mattersIn, withoutMatters } from "../matter-rows.ts";

/**
 * A frozen paper as this reader may read it: of matters that were put out of sight since it was issued only their
 * stubs, unless the reader is the one who reviews such matters there.
 */
export async function paperAsRead(
  db: Kysely<DB>,
  scope: ReadScope,
  paper: Paper,
  today: string,
): Promise<Paper> {
  const codes = scope.everything ? [] : mattersIn(paper);
  if (codes.length === 0) return paper;
  const above = anyUnit(scope.reviewerOf);
  const unit = { unit: sql`r.unit_id`, on: sql`r.received_on`, lastDay: sql`u.until_on` };
  const { rows } = await sql<{ code: string }>`
    select r.code from present_matter p join recommendation r on r.id = p.recommendation_id
      join unit u on u.id = r.unit_id
    where r.code = any(${codes}::text[]) and p.hidden is not null
      and not ${liesBelow({ ...unit, above, today })}`.execute(db);
  const hidden = rows.map(({ code }) => code);
  return withoutMatters(paper, hidden);
}
