import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import { unitName } from "./unit-name.ts";

/** What an arrangement concerns of one unit: counted, with no word of any of it. */
export type Concerned = {
  readonly code: string;
  readonly name: string;
  /** It is there on the day for the last time the day before. */
  readonly ends: boolean;
  /** Posts that are held on the day or later, and by how many people. */
  readonly posts: number;
  readonly people: number;
  /** Open matters that it keeps; those of others that it leads, or helps with. */
  readonly kept: number;
  readonly led: number;
  readonly helped: number;
  /** Its plans in force of that year and later, and conferences that are planned or prepared and were not held. */
  readonly plans: number;
  readonly conferences: number;
  /** Units that lie directly in it. */
  readonly below: number;
};

/** Of each of some units, by id, as they are on the eve of a day; those that end are told apart. */
export async function concernedIn(
  db: Kysely<DB>,
  unitIds: readonly string[],
  ending: readonly string[],
  on: string,
): Promise<Concerned[]> {
  const day = sql`${on}::date`;
  const toCome = sql`p.unit_id = u.id and p.until_on >= ${day}`;
  const { rows } = await sql<Concerned>`
    select u.code, ${unitName(sql`u.id`, sql`${day} - 1`)} as name, u.id = any(${[...ending]}::uuid[]) as ends,
      (select count(*)::int from post p where ${toCome}) as posts,
      (select count(distinct p.person_id)::int from post p where ${toCome}) as people,
      (select count(*)::int from present_matter m where m.keeper_id = u.id and m.is_open) as kept,
      (select count(*)::int from present_matter m where m.lead_id = u.id and m.is_open and m.keeper_id <> u.id) as led,
      (select count(*)::int from given_matter g join present_matter m on m.recommendation_id = g.recommendation_id
        where g.unit_id = u.id and g.helps and m.is_open and m.lead_id is distinct from u.id) as helped,
      (select count(*)::int from plan p where p.unit_id = u.id and not p.is_draft and p.year >= extract(year from ${day})
        and not exists (select from plan later where later.replaces_id = p.id and not later.is_draft)) as plans,
      (select count(*)::int from conference c where c.unit_id = u.id and c.held_on >= ${day}
        and c.held_recorded_at is null and c.called_off_recorded_at is null) as conferences,
      (select count(*)::int from unit_parent b where b.parent_id = u.id and ${day} - 1 between b.from_on and b.until_on) as below
    from unnest(${[...unitIds]}::uuid[]) with ordinality as asked(id, place) join unit u on u.id = asked.id
    order by asked.place`.execute(db);
  return rows;
}
