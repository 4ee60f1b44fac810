import type { DB } from "#db";
import type { Actor, Capacity } from "#kernel/actor.ts";
import { remembered } from "#platform/server/database/remembered.ts";
import type { Kysely } from "kysely";

export type ShownPost = {
  readonly id: string;
  readonly capacity: Capacity;
  /** As the appointment names it, when it does. */
  readonly title: string | null;
  readonly acting: boolean;
  readonly unit: string;
};

/** Posts in words, with the name that their unit bears on a day. */
export async function postsShown(
  db: Kysely<DB>,
  postIds: readonly string[],
  day: string,
): Promise<ShownPost[]> {
  if (postIds.length === 0) return [];
  const rows = await db
    .selectFrom("post")
    .innerJoin("unit_name as n", "n.unit_id", "post.unit_id")
    .select(["post.id", "post.capacity", "post.title", "post.acting", "n.name as unit"])
    .where("post.id", "in", [...postIds])
    .where("n.from_on", "<=", day)
    .where("n.until_on", ">=", day)
    .orderBy("post.from_on")
    .orderBy("post.id")
    .execute();
  return rows.map((row) => ({ ...row, capacity: row.capacity as Capacity }));
}

/** The post that an actor is greeted with on every page: the one held longest. */
export const firstPostShown = remembered(async (db: Kysely<DB>, actor: Actor, day: string) => {
  const [first] = actor.kind === "person" ? actor.posts : [];
  const [shown] = first ? await postsShown(db, [first.id], day) : [];
  return shown ?? null;
});
