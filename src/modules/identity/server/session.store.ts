import type { DB } from "#db";
import { Problem } from "#kernel/problem.ts";
import type { Kysely, Transaction } from "kysely";
import { identityProblems as problems } from "../problems.ts";

/** The sessions of an account that have not ended, the latest used first. */
export async function sessionsOf(db: Kysely<DB>, personId: string, now: Temporal.Instant) {
  return db
    .selectFrom("account_session as s")
    .innerJoin("account_user as u", "u.id", "s.user_id")
    .select(["s.id", "s.user_agent as userAgent", "s.ip_address as address"])
    .select(["s.created_at as begunAt", "s.updated_at as usedAt"])
    .where("u.person_id", "=", personId)
    .where("s.expires_at", ">", new Date(now.epochMilliseconds))
    .orderBy("s.updated_at", "desc")
    .execute();
}

const identifier = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A session of the person's own, locked. @throws Problem `session_not_found`, also for another person's */
export async function ownSession(trx: Transaction<DB>, id: string, personId: string) {
  if (!identifier.test(id)) throw new Problem(problems.session_not_found, { field: "session" });
  const session = await trx
    .selectFrom("account_session as s")
    .innerJoin("account_user as u", "u.id", "s.user_id")
    .select(["s.id", "s.user_id as userId"])
    .where("s.id", "=", id)
    .where("u.person_id", "=", personId)
    .forUpdate("s")
    .executeTakeFirst();
  if (!session) throw new Problem(problems.session_not_found, { field: "session" });
  return session;
}

export async function endSessionById(trx: Transaction<DB>, id: string): Promise<void> {
  await trx.deleteFrom("account_session").where("id", "=", id).execute();
}

export async function forgetEndedSessions(db: Kysely<DB>, now: Temporal.Instant): Promise<void> {
  await db.deleteFrom("account_session").where("expires_at", "<=", new Date(now.epochMilliseconds)).execute();
}
