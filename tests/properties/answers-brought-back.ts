import type { DB } from "#db";
import { sql, type Kysely } from "kysely";

/**
 * Matters of a place that wait for a unit above which is done with them: whoever raised them would wait for ever. What
 * was merged, above or below, is followed to the matter in which it goes on; what was routed out above was put before
 * the reviewer below, at least once.
 */
export async function answersNotBroughtBack(db: Kysely<DB>, prefix: string): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    with recursive goes_on as (
      select child.forwarded_from_id as below, child.id from recommendation child
      where child.forwarded_from_id is not null and child.taken_back_at is null
      union
      select case when e.recommendation_id = g.below then e.into_id else g.below end,
        case when e.recommendation_id = g.id then e.into_id else g.id end
      from goes_on g join standing_event e on e.recommendation_id in (g.id, g.below) and e.act = 'merge')
    select distinct r.code from goes_on g
    join recommendation r on r.id = g.below join present_matter p on p.recommendation_id = r.id
    join present_matter above on above.recommendation_id = g.id
    where p.status = 'passed_up' and (above.class in ('done', 'explained', 'refused', 'invalid', 'noted', 'answered_in_room')
        or (above.class = 'routed_out' and not exists (select from standing_event held
          where held.recommendation_id = r.id and held.act = 'hold')))
      and r.code like ${`${prefix}%`}
      and not exists (select from goes_on other join present_matter o on o.recommendation_id = other.id
        where other.below = g.below and o.is_open)
    order by r.code`.execute(db);
  return rows.map(({ code }) => code);
}
