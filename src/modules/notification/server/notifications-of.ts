import type { DB } from "#db";
import { hiddenBecause } from "#modules/recommendation/server/index.ts";
import { sql, type Kysely } from "kysely";
import { inSight, type Notification, type Told } from "../notification.ts";

/** A person's notifications, the unread first, then the newest, what they are about as far as it is in sight today; `limit` of them from `offset` on. */
export async function notificationsOf(
  db: Kysely<DB>,
  personId: string,
  limit: number,
  offset = 0,
): Promise<Notification[]> {
  const rows = await db
    .selectFrom("notification as n")
    .leftJoin("recommendation as r", "r.id", "n.recommendation_id")
    .select(["n.id", "n.kind", "n.details", "n.recorded_at", "n.read_at", hiddenBecause.as("hidden")])
    .select(["r.withheld_names"])
    .where("n.person_id", "=", personId)
    .orderBy(sql`n.read_at is not null`)
    .orderBy("n.recorded_at", "desc")
    .orderBy("n.id", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as Notification["kind"],
    details: inSight(row.details as Told, row.hidden, row.withheld_names),
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
