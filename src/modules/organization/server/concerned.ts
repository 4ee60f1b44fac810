import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import { unitName } from "./unit-name.ts";

/** What is held, open, in force or to come in one unit, or in several together: counted, with no word of any of it. */
export type Work = {
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
};

/** What an arrangement concerns of one unit that is named in it. */
export type Concerned = Work & {
  readonly code: string;
  readonly name: string;
  /** It is there on the day for the last time the day before. */
  readonly ends: boolean;
  /** Units that lie directly in it. */
  readonly below: number;
  /**
   * All units that lie in it at any depth and go with it, or have to be placed; without those that are named themselves, each
   * where it is nearest. Null where nothing goes with it.
   */
  readonly within: (Work & { readonly units: number }) | null;
};

type Asked = {
  readonly unitIds: readonly string[];
  /** Those of them that end. */
  readonly ending: readonly string[];
  readonly on: string;
  /** Whether what lies in them goes with them. */
  readonly goesAlong: boolean;
};

type Row = Omit<Concerned, "within"> & { readonly within: Work & { readonly units: number } };

/** Of each of some units, by id, as they and what lies in them are on the eve of a day. */
export async function concernedIn(
  db: Kysely<DB>,
  { unitIds, ending, on, goesAlong }: Asked,
): Promise<Concerned[]> {
  const day = sql`${on}::date`;
  const { rows } = await sql<Row>`
    with asked as (select id, place from unnest(${[...unitIds]}::uuid[]) with ordinality as asked(id, place)),
    -- Each unit once, in the row of the nearest that is named.
    line as (
      select distinct on (a.descendant_id) a.descendant_id as id, a.ancestor_id as row_of, a.depth = 0 as own
      from unit_ancestry a join asked on asked.id = a.ancestor_id
      where ${day} - 1 between a.from_on and a.until_on order by a.descendant_id, a.depth),
    work as (select row_of, own, ${workOf(day)} from (select distinct row_of, own from line) part)
    select u.code, ${unitName(sql`u.id`, sql`${day} - 1`)} as name, u.id = any(${[...ending]}::uuid[]) as ends,
      own.posts, own.people, own.kept, own.led, own.helped, own.plans, own.conferences,
      (select count(*)::int from unit_parent b where b.parent_id = u.id and ${day} - 1 between b.from_on and b.until_on) as below,
      jsonb_build_object('units', (select count(*) from line where row_of = u.id and not line.own),
        'posts', coalesce(w.posts, 0), 'people', coalesce(w.people, 0), 'kept', coalesce(w.kept, 0), 'led', coalesce(w.led, 0),
        'helped', coalesce(w.helped, 0), 'plans', coalesce(w.plans, 0), 'conferences', coalesce(w.conferences, 0)) as within
    from asked join unit u on u.id = asked.id join work own on own.row_of = u.id and own.own
    left join work w on w.row_of = u.id and not w.own
    order by asked.place`.execute(db);
  return rows.map((row) => ({ ...row, within: goesAlong ? row.within : null }));
}

/** The figures of one part: of a named unit itself, or of all that lies in it. */
function workOf(day: ReturnType<typeof sql>) {
  const of = sql`l.row_of = part.row_of and l.own = part.own`;
  const toCome = sql`from post p join line l on l.id = p.unit_id where ${of} and p.until_on >= ${day}`;
  return sql`
    (select count(*)::int ${toCome}) as posts,
    (select count(distinct p.person_id)::int ${toCome}) as people,
    (select count(*)::int from present_matter m join line l on l.id = m.keeper_id where ${of} and m.is_open) as kept,
    (select count(*)::int from present_matter m join line l on l.id = m.lead_id
      where ${of} and m.is_open and m.keeper_id <> l.id) as led,
    (select count(distinct m.recommendation_id)::int from given_matter g join line l on l.id = g.unit_id
      join present_matter m on m.recommendation_id = g.recommendation_id
      where ${of} and g.helps and m.is_open and m.lead_id is distinct from l.id) as helped,
    (select count(*)::int from plan p join line l on l.id = p.unit_id
      where ${of} and not p.is_draft and p.year >= extract(year from ${day})
        and not exists (select from plan later where later.replaces_id = p.id and not later.is_draft)) as plans,
    (select count(*)::int from conference c join line l on l.id = c.unit_id where ${of} and c.held_on >= ${day}
      and c.held_recorded_at is null and c.called_off_recorded_at is null) as conferences`;
}
