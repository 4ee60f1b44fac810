import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import type { RaisedBy } from "../../papers.ts";
import { outOfSightNow, presentMatters, villageOfMatter } from "../sight/visibility.ts";

const whose = {
  unit: sql`r.unit_id`,
  village: sql`coalesce(q.village_id, r.village_id)`,
  day: sql`r.received_on`,
};

/**
 * Whoever raised a matter, and the matters that went on in it at the end of a day, at any remove: for a paper, which goes out of
 * the office and names nobody who is not to be named, whoever writes it. What is out of sight today is left out. The
 * matter's own come first, then the others by the day on which they came in.
 */
export async function whoRaisedBy(db: Kysely<DB>, matterId: string, day: string): Promise<RaisedBy[]> {
  const { rows } = await sql<RaisedBy>`
    with recursive of_it(id) as (
      select ${matterId}::uuid
      union
      select m.id from of_it cross join lateral present_merged_into(of_it.id) m
      where exists (select from standing_event e where e.recommendation_id = m.id and e.into_id = of_it.id
        and e.act = 'merge' and e.on_date <= ${day}::date))
    select r.code, case when r.naming = 'named' and q.name <> all(r.withheld_names) then q.name end as name,
      ${villageOfMatter(whose)} as village
    from of_it join ${presentMatters} on r.id = of_it.id left join requester q on q.recommendation_id = r.id
    where r.id = ${matterId} or (r.taken_back_at is null and not ${outOfSightNow})
    order by r.id <> ${matterId}, r.received_on, r.id, q.position`.execute(db);
  return rows;
}
