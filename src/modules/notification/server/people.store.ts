import type { Capacity } from "#kernel/actor.ts";
import { withHeirs } from "#modules/organization/server/index.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";

export type Recipient = { readonly personId: string; readonly email: string | null };

/** Who holds one of the posts in the units on a day; the work of a unit that has ended is its heirs'. */
export async function peopleHolding(
  db: Kysely<DB>,
  unitIds: readonly string[],
  capacities: readonly Capacity[],
  day: string,
): Promise<Recipient[]> {
  if (unitIds.length === 0) return [];
  return db
    .selectFrom("post")
    .innerJoin("person", "person.id", "post.person_id")
    .select(["person.id as personId", "person.email"])
    .distinct()
    .where("post.unit_id", "in", await withHeirs(db, unitIds))
    .where("post.capacity", "in", capacities)
    .where("post.from_on", "<=", day)
    .where("post.until_on", ">=", day)
    .orderBy("person.id")
    .execute();
}

/** The same where nobody has to be there: of the units, or of the nearest above them in which somebody holds one. */
export async function nearestHolding(
  db: Kysely<DB>,
  unitIds: readonly string[],
  capacities: readonly Capacity[],
  day: string,
): Promise<Recipient[]> {
  const people = await peopleHolding(db, unitIds, capacities, day);
  if (people.length > 0 || unitIds.length === 0) return people;
  const above = await db
    .selectFrom("unit_parent")
    .select("parent_id")
    .distinct()
    .where("unit_id", "in", await withHeirs(db, unitIds))
    .where("from_on", "<=", day)
    .where("until_on", ">=", day)
    .execute();
  return nearestHolding(
    db,
    above.map((lies) => lies.parent_id),
    capacities,
    day,
  );
}

/** A person to be told, by their id. */
export async function recipient(db: Kysely<DB>, personId: string): Promise<Recipient[]> {
  return db.selectFrom("person").select(["id as personId", "email"]).where("id", "=", personId).execute();
}

/** Who holds one of the posts in a unit. */
export type PeopleOf = (unitId: string, capacities: readonly Capacity[]) => Promise<Recipient[]>;

/** The same reading for many matters: each unit and group of posts is looked up once. */
export function rememberedPeople(db: Kysely<DB>, day: string): PeopleOf {
  const known = new Map<string, Promise<Recipient[]>>();
  return (unitId, capacities) => {
    const key = `${unitId} ${capacities.join()}`;
    const people = known.get(key) ?? peopleHolding(db, [unitId], capacities, day);
    known.set(key, people);
    return people;
  };
}
