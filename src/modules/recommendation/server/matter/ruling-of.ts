import { latestFirst } from "../moves/latest-first.ts";
import { sql, type RawBuilder } from "kysely";

/**
 * The ruling of a matter that stands, as SQL to join laterally: `ruling`, its `text`, its day `on_date`, and `due_on`,
 * the day that was promised with it. What an assignment or a notice said later is not in it.
 * @param matterId SQL that gives the matter's id
 * @param by the one that stood at the end of that day, where it is given
 */
export function rulingOf(matterId: RawBuilder<unknown>, by?: string): RawBuilder<unknown> {
  const then = by === undefined ? sql`` : sql`and e.on_date <= ${by}::date`;
  return sql`(select e.ruling, e.text, e.on_date, e.due_on from standing_event e
    where e.recommendation_id = ${matterId} and e.act = 'rule' ${then} order by ${latestFirst("e")} limit 1)`;
}
