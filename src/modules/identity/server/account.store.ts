import { hashPassword } from "better-auth/crypto";
import type { DB } from "#db";
import { uuidv7 } from "#kernel/identifier.ts";
import { sql, type Kysely, type Transaction } from "kysely";
import { normalUsername } from "../credentials.ts";

type NewAccount = { readonly personId: string; readonly username: string; readonly password: string };

/**
 * An account with which a person can sign in. The username is taken as it is but for capitals and spaces around.
 * @throws a database error where the name is taken or the person has an account; `accountConstraints` states them
 */
export async function createAccount(
  db: Kysely<DB> | Transaction<DB>,
  { personId, username, password }: NewAccount,
  now: Temporal.Instant,
): Promise<{ id: string }> {
  const id = uuidv7(now);
  const name = normalUsername(username);
  const at = now.toString();
  const hash = await hashPassword(password);
  await sql`
    with made as (
      insert into account_user (id, person_id, username, name, email, created_at, updated_at)
      select ${id}::uuid, p.id, ${name}::text, p.full_name, ${`${name}@khong-co-email.invalid`}::text, ${at}::timestamptz, ${at}::timestamptz
      from person p where p.id = ${personId}::uuid
      returning id)
    insert into account_credential (id, user_id, provider_id, account_id, password, created_at, updated_at)
    select ${uuidv7(now)}::uuid, id, 'credential', id::text, ${hash}::text, ${at}::timestamptz, ${at}::timestamptz from made`.execute(
    db,
  );
  return { id };
}

export async function accountOf(db: Kysely<DB>, personId: string) {
  return db
    .selectFrom("account_user")
    .select(["id", "username", "two_factor_enabled as secondFactor"])
    .where("person_id", "=", personId)
    .executeTakeFirst();
}

export async function anyAccount(db: Kysely<DB>): Promise<boolean> {
  return (await db.selectFrom("account_user").select("id").limit(1).executeTakeFirst()) !== undefined;
}

/** A new password ends every session: whoever knew the old one is out. */
export async function setPassword(
  trx: Transaction<DB>,
  userId: string,
  password: string,
  now: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable("account_credential")
    .set({ password: await hashPassword(password), updated_at: now.toString() })
    .where("user_id", "=", userId)
    .where("provider_id", "=", "credential")
    .execute();
  await endSessions(trx, userId);
}

export async function removeSecondFactor(trx: Transaction<DB>, userId: string): Promise<void> {
  await trx.deleteFrom("account_second_factor").where("user_id", "=", userId).execute();
  await trx.updateTable("account_user").set({ two_factor_enabled: false }).where("id", "=", userId).execute();
}

export async function endSessions(trx: Transaction<DB>, userId: string): Promise<void> {
  await trx.deleteFrom("account_session").where("user_id", "=", userId).execute();
}

export async function isLocked(db: Kysely<DB>, userId: string): Promise<boolean> {
  const lock = await db
    .selectFrom("account_lock")
    .select("id")
    .where("user_id", "=", userId)
    .where("until_at", "is", null)
    .executeTakeFirst();
  return lock !== undefined;
}

export async function lock(trx: Transaction<DB>, userId: string, reason: string, now: Temporal.Instant) {
  const id = uuidv7(now);
  await trx
    .insertInto("account_lock")
    .values({ id, user_id: userId, reason, from_at: now.toString() })
    .execute();
  return { id };
}

/** Whether there was a lock to end. */
export async function endLock(trx: Transaction<DB>, userId: string, now: Temporal.Instant): Promise<boolean> {
  const ended = await trx
    .updateTable("account_lock")
    .set({ until_at: now.toString() })
    .where("user_id", "=", userId)
    .where("until_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  return ended !== undefined;
}

/** All accounts, for the one who keeps the machine. */
export async function allAccounts(db: Kysely<DB>) {
  return db
    .selectFrom("account_user as u")
    .innerJoin("person as p", "p.id", "u.person_id")
    .leftJoin("account_lock as l", (join) =>
      join.onRef("l.user_id", "=", "u.id").on("l.until_at", "is", null),
    )
    .select(["u.username", "p.full_name as name", "u.two_factor_enabled as secondFactor"])
    .select((eb) => eb("l.id", "is not", null).as("locked"))
    .orderBy("u.username")
    .execute();
}

export async function accountNamed(db: Kysely<DB>, username: string) {
  return db
    .selectFrom("account_user")
    .select(["id", "person_id as personId"])
    .where("username", "=", normalUsername(username))
    .executeTakeFirst();
}
