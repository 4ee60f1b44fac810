import type { Actor, Capacity, HeldPost } from "#kernel/actor.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import { remembered } from "#platform/server/database/remembered.ts";
import type { Kysely, Transaction } from "kysely";
import { organizationProblems as problems } from "../problems.ts";

type Person = Extract<Actor, { kind: "person" }>;

export async function personById(db: Kysely<DB>, id: string) {
  const person = await db.selectFrom("person").selectAll().where("id", "=", id).executeTakeFirst();
  if (!person) throw new Problem(problems.person_not_found, { field: "person" });
  return person;
}

type NewPost = {
  person: string;
  unitId: string;
  capacity: Capacity;
  title?: string;
  acting: boolean;
  from: string;
  until?: string;
};

/** @throws Problem `post_overlaps` where the same person already holds the same post on one of the days */
export async function insertPost(trx: Transaction<DB>, post: NewPost, now: Temporal.Instant) {
  const { person, unitId, capacity, title, acting, from } = post;
  const until = post.until ?? "infinity";
  const same = await trx
    .selectFrom("post")
    .select("id")
    .where("person_id", "=", person)
    .where("unit_id", "=", unitId)
    .where("capacity", "=", capacity)
    .where("from_on", "<=", until)
    .where("until_on", ">=", from)
    .executeTakeFirst();
  if (same) throw new Problem(problems.post_overlaps, { field: "from" });
  const row = { person_id: person, unit_id: unitId, capacity, title: title ?? null, acting };
  const id = uuidv7(now);
  await trx
    .insertInto("post")
    .values({ ...row, id, from_on: from, until_on: until, recorded_at: now.toString() })
    .execute();
  return { id };
}

/** The post, locked. @throws Problem `post_not_found` */
export async function postForChange(trx: Transaction<DB>, id: string) {
  const post = await trx.selectFrom("post").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  if (!post) throw new Problem(problems.post_not_found, { field: "post" });
  return post;
}

/** @throws Problem `post_already_ended`, `ends_before_it_begins` */
export async function endPostOn(
  trx: Transaction<DB>,
  post: { id: string; from_on: string; until_on: string },
  lastDay: string,
): Promise<void> {
  if (post.until_on !== "infinity" && post.until_on <= lastDay) {
    throw new Problem(problems.post_already_ended, { values: { until: post.until_on } });
  }
  if (lastDay < post.from_on) throw new Problem(problems.ends_before_it_begins, { field: "until" });
  await trx.updateTable("post").set({ until_on: lastDay }).where("id", "=", post.id).execute();
}

/** The posts through which a person may act on a day, in units that exist then. */
export async function postsHeldOn(db: Kysely<DB>, personId: string, day: string): Promise<HeldPost[]> {
  const rows = await db
    .selectFrom("post")
    .select(["id", "unit_id as unitId", "capacity", "acting"])
    .where("person_id", "=", personId)
    .where("from_on", "<=", day)
    .where("until_on", ">=", day)
    .orderBy("from_on")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ ...row, capacity: row.capacity as Capacity }));
}

/** The posts that a person who has just been recognised holds on a day. */
export const postsOf = remembered((db: Kysely<DB>, person: Person, day: string) =>
  postsHeldOn(db, person.personId, day),
);
