import type { Capacity } from "#kernel/actor.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import type { Recorder } from "../../annulment.ts";

/** Who wrote an event down, in which post. */
export async function recorderOf(db: Kysely<DB>, eventId: string): Promise<Recorder> {
  const row = await db
    .selectFrom("recommendation_event as e")
    .leftJoin("post", "post.id", "e.recorded_in")
    .select(["e.recorded_by as personId", "post.capacity", "post.unit_id as unitId"])
    .where("e.id", "=", eventId)
    .executeTakeFirstOrThrow();
  return { ...row, capacity: row.capacity as Capacity | null };
}
