import { randomBytes } from "node:crypto";
import type { DB } from "#db";
import type { Kysely } from "kysely";

const name = "auth_secret";

/**
 * The key that signs session cookies and encrypts second factors, when AUTH_SECRET does not give it. Kept in the
 * database because that is the one thing all processes and every backup share: without it no restored second
 * factor would open.
 */
export async function sharedSecret(db: Kysely<DB>): Promise<string> {
  const value = randomBytes(48).toString("base64url");
  await db
    .insertInto("shared_setting")
    .values({ name, value })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db
    .selectFrom("shared_setting")
    .select("value")
    .where("name", "=", name)
    .executeTakeFirstOrThrow();
  return row.value;
}
