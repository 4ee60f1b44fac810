import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import { latestFirst } from "../moves/latest-first.ts";

/** Two matters by their codes: the one below has ended, the one above that it became is open. */
export type LeftBehind = {
  readonly below: string;
  readonly above: string;
  /** Since when it should wait: that of the reopening above, or of the reply that another above gave. `YYYY-MM-DD` */
  readonly since: string;
};

/**
 * What ended below in a register that was written before a reopening above was carried down, or before a matter waited for
 * all that it was passed up as. A reply that came on paper is none of these: it ends the matter below, and is taken over above.
 */
export async function leftBehind(db: Kysely<DB>): Promise<LeftBehind[]> {
  const { rows } = await sql<LeftBehind>`
    with pair as (
      select distinct below.recommendation_id as below_id, above.recommendation_id as above_id
      from recommendation child
      join present_matter c on c.recommendation_id = child.id
      join present_matter above on above.recommendation_id = c.goes_on_id and above.is_open
      join present_matter b on b.recommendation_id = child.forwarded_from_id
      join present_matter below on below.recommendation_id = b.goes_on_id and not below.is_open
        and below.status <> 'routed_out'
      where child.forwarded_from_id is not null and child.taken_back_at is null),
    told as (
      select pair.*,
        (select e.on_date from standing_event e where e.recommendation_id = above_id and e.act = 'reopen'
          order by ${latestFirst("e")} limit 1) as reopened_on,
        reply.on_date as replied_on, reply.text
      from pair left join lateral (select e.on_date, e.text from standing_event e
        where e.recommendation_id = below_id and e.act = 'reply_from_above'
        order by ${latestFirst("e")} limit 1) reply on true),
    behind as (
      select below_id, above_id, case when reopened_on is not null and (replied_on is null or replied_on <= reopened_on)
        then reopened_on else replied_on end as since
      from told where (reopened_on is not null and (replied_on is null or replied_on <= reopened_on))
        or (reopened_on is null and exists (
          select from recommendation sibling
          join present_matter s on s.recommendation_id = sibling.id
          join present_matter other on other.recommendation_id = s.goes_on_id and not other.is_open
          join standing_event said on said.recommendation_id = other.recommendation_id
            and said.act in ('answer', 'rule', 'reply_from_above') and said.text = told.text
          where sibling.taken_back_at is null and other.recommendation_id <> above_id
            and sibling.forwarded_from_id in (
              select below_id union all select m.id from present_merged_into(below_id) m))))
    select below.code as below, above.code as above, behind.since from behind
    join recommendation below on below.id = below_id join recommendation above on above.id = above_id
    order by below.code, above.code`.execute(db);
  return rows;
}
