import { createHash } from "node:crypto";
import type { DB } from "#db";
import type { Kysely } from "kysely";

/** Longer than any app's code is taken. */
const KEPT = Temporal.Duration.from({ minutes: 10 });

/** Uses an app's code up, of two at once for one of them; false where it was used already. */
export async function useCode(
  db: Kysely<DB>,
  userId: string,
  code: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const old = new Date(now.subtract(KEPT).epochMilliseconds);
  await db.deleteFrom("used_second_factor_code").where("used_at", "<", old).execute();
  const code_hash = hashOf(userId, code);
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("used_second_factor_code")
    .values({ user_id: userId, code_hash, used_at: now.toString() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Whether it was, while nobody uses it now. */
export async function isUsed(db: Kysely<DB>, userId: string, code: string): Promise<boolean> {
  const used = db.selectFrom("used_second_factor_code").select("user_id").where("user_id", "=", userId);
  return (await used.where("code_hash", "=", hashOf(userId, code)).executeTakeFirst()) !== undefined;
}

const hashOf = (userId: string, code: string) =>
  createHash("sha256").update(`${userId} ${code}`).digest("hex");
