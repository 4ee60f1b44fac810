import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import type { ChairCapacity } from "../../conference.ts";

/** Somebody who may chair a conference of a unit, by the post held there. */
export type ChairInPost = {
  readonly unit: string;
  readonly name: string;
  readonly capacity: ChairCapacity;
};

/** The heads of units on a day, by their posts: Party secretary, chairperson, Council, Front, in this order. */
export async function chairsInPost(
  db: Kysely<DB>,
  units: readonly string[],
  day: string,
): Promise<ChairInPost[]> {
  const { rows } = await sql<ChairInPost>`
    select u.code as unit, person.full_name as name, heads.chair as capacity
    from (values (1, 'party_secretary', 'party_secretary'), (2, 'chairperson', 'chairperson'),
      (3, 'council_standing', 'council'), (4, 'front_chair', 'front')) as heads (rank, post, chair)
    join post on post.capacity = heads.post and ${day}::date between post.from_on and post.until_on
    join unit u on u.id = post.unit_id join person on person.id = post.person_id
    where u.code = any(${[...units]}::text[])
    order by u.code, heads.rank, post.from_on`.execute(db);
  return rows;
}
