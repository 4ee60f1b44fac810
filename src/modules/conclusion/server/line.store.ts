import type { DB } from "#db";
import { unitName } from "#modules/organization/server/index.ts";
import { outOfSight, rulingOf } from "#modules/recommendation/server/index.ts";
import { sql, type Kysely, type Transaction } from "kysely";
import type { NoticeLine } from "../conclusion.ts";

/** A line as it is stored: matters and units by their ids. */
export type LineRow = {
  readonly matterId: string;
  readonly task: string;
  readonly leadId: string | null;
  readonly dueOn: string | null;
  readonly coordinators: readonly {
    readonly unitId: string;
    readonly duty: string | null;
    readonly dueOn: string | null;
  }[];
};

/** The lines of a notice as stored, in their order. */
export async function lineRowsOf(db: Kysely<DB>, noticeId: string): Promise<LineRow[]> {
  const { rows } = await sql<LineRow>`
    select l.recommendation_id as "matterId", l.task, l.lead_id as "leadId", l.due_on as "dueOn",
      coalesce((select jsonb_agg(jsonb_build_object('unitId', c.unit_id, 'duty', c.duty, 'dueOn', c.due_on)
          order by c.position) from notice_line_coordinator c
        where c.notice_id = l.notice_id and c.recommendation_id = l.recommendation_id), '[]') as coordinators
    from notice_line l where l.notice_id = ${noticeId} order by l.position`.execute(db);
  return rows;
}

/** The same with codes and with names as on a day. */
export async function linesOf(db: Kysely<DB>, noticeId: string, day: string): Promise<NoticeLine[]> {
  const { rows } = await sql<NoticeLine>`
    select ${lineColumns(day)} from notice_line l join recommendation r on r.id = l.recommendation_id ${ruledOnLine(day)}
    where l.notice_id = ${noticeId} order by l.position`.execute(db);
  return rows;
}

/** The same without the lines whose matter has been put out of sight since. */
export async function linesInSight(db: Kysely<DB>, noticeId: string, day: string): Promise<NoticeLine[]> {
  const { rows } = await sql<NoticeLine>`
    select ${lineColumns(day)} from notice_line l join recommendation r on r.id = l.recommendation_id ${ruledOnLine(day)}
    where l.notice_id = ${noticeId} and not ${outOfSight} order by l.position`.execute(db);
  return rows;
}

/** The columns of a `NoticeLine`, of a line `l` and its matter `r` with what was `ruled` on it (`ruledOnLine`). */
export function lineColumns(day: string) {
  const on = sql`${day}::date`;
  return sql`l.position, r.code as matter, l.task, l.due_on as "dueOn", ruled.text as "saidWords", ruled.due_on as "saidOn",
    (select code from unit where id = l.lead_id) as lead, ${unitName(sql`l.lead_id`, on)} as "leadName",
    coalesce((select jsonb_agg(jsonb_build_object('unit', u.code, 'name', ${unitName(sql`c.unit_id`, on)},
        'duty', c.duty, 'dueOn', c.due_on) order by c.position)
      from notice_line_coordinator c join unit u on u.id = c.unit_id
      where c.notice_id = l.notice_id and c.recommendation_id = l.recommendation_id), '[]') as coordinators`;
}

/** The ruling on the matter `r` that stood at the end of a day, joined. */
export const ruledOnLine = (day: string) => sql`left join lateral ${rulingOf(sql`r.id`, day)} ruled on true`;

/** Writes the lines of a draft in place of those before; a draft binds nobody, so nothing is lost. */
export async function replaceLines(
  trx: Transaction<DB>,
  noticeId: string,
  lines: readonly LineRow[],
): Promise<void> {
  await trx.deleteFrom("notice_line").where("notice_id", "=", noticeId).execute();
  const rows = lines.map(({ matterId, task, leadId, dueOn }, index) => ({
    notice_id: noticeId,
    position: index + 1,
    recommendation_id: matterId,
    task,
    lead_id: leadId,
    due_on: dueOn,
  }));
  if (rows.length > 0) await trx.insertInto("notice_line").values(rows).execute();
  const helpers = lines.flatMap(({ matterId, coordinators }) =>
    coordinators.map(({ unitId, duty, dueOn }, index) => ({
      notice_id: noticeId,
      recommendation_id: matterId,
      position: index + 1,
      unit_id: unitId,
      duty,
      due_on: dueOn,
    })),
  );
  if (helpers.length > 0) await trx.insertInto("notice_line_coordinator").values(helpers).execute();
}
