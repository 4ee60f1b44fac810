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
  const code_hash = createHash("sha256").update(`${userId} ${code}`).digest("hex");
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("used_second_factor_code")
    .values({ user_id: userId, code_hash, used_at: now.toString() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
