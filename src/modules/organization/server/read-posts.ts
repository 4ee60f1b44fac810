import { capacities, type Capacity } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import { sql, type Kysely, type RawBuilder } from "kysely";
import { organizationProblems as problems } from "../problems.ts";
import { unitName } from "./unit-name.ts";

/** A post with its holder and its unit; the unit's name is the one on the post's last day, or today's. */
export type PostReading = {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly capacity: Capacity;
  readonly title: string | null;
  readonly acting: boolean;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  /** The unit above a village, an agency or an organisation, whose name alone says too little. */
  readonly within: string | null;
};

/** Who holds which post in a unit on a day. */
export async function postsInUnit(db: Kysely<DB>, unitId: string, day: string): Promise<PostReading[]> {
  const held = sql`p.unit_id = ${unitId} and ${day}::date between p.from_on and p.until_on`;
  return readPosts(db, held, day);
}

/** Every post a person has held, holds or will hold, the latest first. */
export async function postsOfPerson(db: Kysely<DB>, personId: string, today: string): Promise<PostReading[]> {
  return readPosts(db, sql`p.person_id = ${personId}`, today);
}

/** @throws Problem `post_not_found` */
export async function readPost(db: Kysely<DB>, id: string, today: string): Promise<PostReading> {
  const [post] = await readPosts(db, sql`p.id = ${id}`, today);
  if (!post) throw new Problem(problems.post_not_found);
  return post;
}

async function readPosts(db: Kysely<DB>, which: RawBuilder<unknown>, day: string): Promise<PostReading[]> {
  const nearest = sql`greatest(u.from_on, least(p.until_on, u.until_on, ${day}::date))`;
  const { rows } = await sql<PostReading>`
    select p.id, p.person_id as "personId", person.full_name as "personName", p.capacity, p.title, p.acting,
      p.from_on as "fromOn", p.until_on as "untilOn", u.id as "unitId", u.code as "unitCode",
      ${unitName(sql`u.id`, sql`least(p.until_on, ${day}::date)`)} as "unitName",
      case when u.kind in ('village', 'agency', 'organisation') then ${unitName(
        sql`(select lies.parent_id from unit_parent lies
          where lies.unit_id = u.id and ${nearest} between lies.from_on and lies.until_on)`,
        nearest,
      )} end as within
    from post p join person on person.id = p.person_id join unit u on u.id = p.unit_id
    where ${which}
    order by p.until_on desc, p.from_on desc, array_position(${[...capacities]}::text[], p.capacity), p.id`.execute(
    db,
  );
  return rows;
}
