import type { DB } from "#db";
import { keeperOfMatter, latestFirst, outOfSight } from "#modules/recommendation/server/index.ts";
import { sql, type Kysely } from "kysely";
import type { WaitsFor } from "../notification.ts";

/** A day that no agency keeps: the office has to look at the matter itself. */
export type WaitingDay = {
  readonly recommendationId: string;
  readonly code: string;
  readonly unitId: string;
  readonly waits: WaitsFor;
  readonly day: string;
};

/**
 * The next days that have come, in the order of the matters' ids: what a roadmap ends on, when a hindrance is to be
 * looked at again, and what was promised with the ruling and is assigned to nobody. What is out of sight is left out.
 */
export async function waitingDays(
  db: Kysely<DB>,
  after: string | null,
  limit: number,
  today: string,
): Promise<WaitingDay[]> {
  const lastDay = (column: string, act: string) => sql`(select ${sql.ref(column)} from standing_event e
    where e.recommendation_id = r.id and e.act = ${act} order by ${latestFirst("e")} limit 1)`;
  const { rows } = await sql<WaitingDay>`
    select r.id as "recommendationId", r.code, ${keeperOfMatter} as "unitId", w.day,
      case p.status when 'awaiting_assignment' then 'promised' else p.status end as waits
    from state_period p
    join recommendation r on r.id = p.recommendation_id
    cross join lateral (select case p.status
      when 'scheduled' then ${lastDay("e.until_on", "schedule")}
      when 'blocked' then ${lastDay("e.review_on", "block")}
      else p.due_on end as day) w
    where p.superseded_at = 'infinity' and p.left_on = 'infinity' and p.is_open
      and p.status in ('scheduled', 'blocked', 'awaiting_assignment') and w.day <= ${today}::date
      and r.id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000') and not ${outOfSight}
    order by r.id limit ${limit}`.execute(db);
  return rows;
}
