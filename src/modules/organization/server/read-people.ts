import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import { foundBy } from "#platform/server/database/found-by.ts";
import { nameOrder } from "#platform/server/database/name-order.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";
import { organizationProblems as problems } from "../problems.ts";
import { anyUnit, liesBelowNow } from "./lies-below.ts";
import { postsOfPerson, type PostReading } from "./read-posts.ts";

/** A person as lists show them, with the posts held on the day. */
export type PersonLine = {
  readonly id: string;
  readonly fullName: string;
  readonly posts: readonly PostReading[];
};

export type PersonReading = PersonLine & {
  readonly email: string | null;
  readonly phone: string | null;
  /** Grows with every correction. */
  readonly version: number;
};

/** How one speaks of a person is not the name. */
const TITLE = /^\s*(?:ông|bà|anh|chị|cô|chú|bác|cụ|đ\/c|đồng chí)[.:]?\s+(?=\S)/iu;

type Search = { text: string; skip: number; limit: number };

/**
 * The people that those units' administrators keep: whoever holds or held a post in their subtrees, and whoever
 * they brought in and has none yet. By name, tone marks or not; `more` says whether others follow.
 */
export async function readPeople(
  db: Kysely<DB>,
  unitIds: readonly string[],
  { text, skip, limit }: Search,
  today: string,
): Promise<{ people: PersonLine[]; more: boolean }> {
  const named = foundBy(sql`search_key(person.full_name)`, text.replace(TITLE, ""));
  const { rows } = await sql<{ id: string; fullName: string }>`
    select person.id, person.full_name as "fullName" from person
    where ${named} and ${keptBy(unitIds, today)}
    order by ${nameOrder(sql`person.full_name`)}, person.id offset ${skip} limit ${limit + 1}`.execute(db);
  const shown = rows.slice(0, limit);
  const people = await Promise.all(
    shown.map(async (row) => ({ ...row, posts: await heldNow(db, row.id, today) })),
  );
  return { people, more: rows.length > limit };
}

/** One of those people, with all their posts in time. @throws Problem `person_not_found` */
export async function readPerson(
  db: Kysely<DB>,
  unitIds: readonly string[],
  id: string,
  today: string,
): Promise<PersonReading> {
  const { rows } = await sql<Omit<PersonReading, "posts">>`
    select person.id, person.full_name as "fullName", person.email, person.phone, person.version from person
    where person.id = ${id} and ${keptBy(unitIds, today)}`.execute(db);
  const [person] = rows;
  if (!person) throw new Problem(problems.person_not_found);
  return { ...person, posts: await postsOfPerson(db, id, today) };
}

function keptBy(unitIds: readonly string[], today: string): RawBuilder<boolean> {
  const kept = liesBelowNow({ unit: sql`p.unit_id`, above: anyUnit(unitIds), today });
  return sql<boolean>`(
    exists (select from post p where p.person_id = person.id and ${kept})
    or ${broughtInBy(unitIds, today)})`;
}

/** A `person` without a post, of those units' administrators; one of whom nobody knows is everybody's. */
export function broughtInBy(unitIds: readonly string[], today: string): RawBuilder<boolean> {
  const kept = liesBelowNow({ unit: sql`person.brought_by`, above: anyUnit(unitIds), today });
  return sql<boolean>`(not exists (select from post p where p.person_id = person.id)
    and (person.brought_by is null or ${kept}))`;
}

async function heldNow(db: Kysely<DB>, personId: string, today: string): Promise<PostReading[]> {
  const posts = await postsOfPerson(db, personId, today);
  return posts.filter(
    ({ fromOn, untilOn }) => fromOn <= today && (untilOn === "infinity" || today <= untilOn),
  );
}
