import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import type { Notification, NotificationDetails } from "../notification.ts";

/** A person's notifications, the unread first, then the newest; `limit` of them from `offset` on. */
export async function notificationsOf(
  db: Kysely<DB>,
  personId: string,
  limit: number,
  offset = 0,
): Promise<Notification[]> {
  const rows = await db
    .selectFrom("notification")
    .select(["id", "kind", "details", "recorded_at", "read_at"])
    .where("person_id", "=", personId)
    .orderBy(sql`read_at is not null`)
    .orderBy("recorded_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as Notification["kind"],
    details: row.details as NotificationDetails,
    at: row.recorded_at.toISOString(),
    read: row.read_at !== null,
  }));
}

/** How many notifications a person has not read, for the head of every page. */
export async function unreadCount(db: Kysely<DB>, personId: string): Promise<number> {
  const { count } = await db
    .selectFrom("notification")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("person_id", "=", personId)
    .where("read_at", "is", null)
    .executeTakeFirstOrThrow();
  return count;
}
