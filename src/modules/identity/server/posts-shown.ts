import type { DB } from "#db";
import type { Capacity } from "#kernel/actor.ts";
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
