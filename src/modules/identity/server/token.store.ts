import type { DB } from "#db";
import { uuidv7 } from "#kernel/identifier.ts";
import { Problem } from "#kernel/problem.ts";
import { structureEdition } from "#platform/server/database/remembered.ts";
import type { Kysely, Transaction } from "kysely";
import { identityProblems as problems } from "../problems.ts";

type NewToken = { postId: string; label: string; hash: string; expiresAt: Temporal.Instant };

export async function insertToken(trx: Transaction<DB>, token: NewToken, now: Temporal.Instant) {
  const id = uuidv7(now);
  await trx
    .insertInto("api_token")
    .values({
      id,
      post_id: token.postId,
      label: token.label,
      token_hash: token.hash,
      recorded_at: now.toString(),
      expires_at: token.expiresAt.toString(),
    })
    .execute();
  return id;
}

export async function tokenInForce(db: Kysely<DB>, hash: string, now: Temporal.Instant) {
  return db
    .selectFrom("api_token as t")
    .innerJoin("post", "post.id", "t.post_id")
    .innerJoin("person as p", "p.id", "post.person_id")
    .leftJoin("account_user as u", "u.person_id", "p.id")
    .leftJoin("account_lock as l", (join) =>
      join.onRef("l.user_id", "=", "u.id").on("l.until_at", "is", null),
    )
    .select(["t.id", "t.label", "t.post_id as postId", "p.id as personId", "p.full_name as name"])
    .select(structureEdition.as("edition"))
    .where("t.token_hash", "=", hash)
    .where("t.revoked_at", "is", null)
    .where("t.expires_at", ">", new Date(now.epochMilliseconds))
    .where("l.id", "is", null)
    .executeTakeFirst();
}

/** The token with the unit of its post, locked. @throws Problem `token_not_found` */
export async function tokenForChange(trx: Transaction<DB>, id: string) {
  const token = await trx
    .selectFrom("api_token as t")
    .innerJoin("post", "post.id", "t.post_id")
    .select(["t.id", "t.revoked_at as revokedAt", "post.id as postId", "post.unit_id as unitId"])
    .where("t.id", "=", id)
    .forUpdate("t")
    .executeTakeFirst();
  if (!token) throw new Problem(problems.token_not_found, { field: "token" });
  return token;
}

export async function revoke(trx: Transaction<DB>, id: string, now: Temporal.Instant): Promise<void> {
  await trx.updateTable("api_token").set({ revoked_at: now.toString() }).where("id", "=", id).execute();
}

/** The tokens of some posts that still work or did so once, newest first. */
export async function tokensOfPosts(db: Kysely<DB>, postIds: readonly string[]) {
  if (postIds.length === 0) return [];
  return db
    .selectFrom("api_token")
    .select(["id", "label", "post_id as postId", "recorded_at as recordedAt"])
    .select(["expires_at as expiresAt", "revoked_at as revokedAt"])
    .where("post_id", "in", [...postIds])
    .orderBy("recorded_at", "desc")
    .execute();
}
