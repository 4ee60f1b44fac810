import { createHmac, timingSafeEqual } from "node:crypto";
import { parseCookies } from "better-auth/cookies";
import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { dayInVietnam } from "#kernel/clock.ts";
import { postsOf } from "#modules/organization/server/index.ts";
import { structureEdition } from "#platform/server/database/remembered.ts";
import type { Kysely } from "kysely";
import { SESSION_RENEWED_AFTER_MINUTES } from "../terms.ts";
import type { AccountHolder } from "./account-audit.ts";
import type { Visit } from "./ask.ts";
import { identityOf } from "./identity.ts";

export type Session = {
  readonly id: string;
  readonly userId: string;
  readonly username: string;
  readonly secondFactor: boolean;
  /** In use for so long that it should be prolonged, see `prolongSession`. */
  readonly due: boolean;
};

export type SignedIn = { readonly actor: Extract<Actor, { kind: "person" }>; readonly session: Session };

/**
 * Who the session cookie of a request stands for, with the posts held at this moment: a post that has ended is
 * gone from the very next request. Null without a session, or when it has ended or its account is locked.
 */
export async function actorOfSession(
  db: Kysely<DB>,
  headers: Headers,
  now: Temporal.Instant,
): Promise<SignedIn | null> {
  const cookies = headers.get("cookie");
  if (!cookies?.includes(".session_token=")) return null;
  const token = await sessionToken(db, cookies);
  const row = token ? await sessionBy(db, token, now) : undefined;
  if (!row) return null;
  const { personId, name, updatedAt, edition, ...session } = row;
  const person = { kind: "person", personId, name, posts: [], edition } as const;
  const posts = await postsOf(db, person, dayInVietnam(now));
  const minutes = (now.epochMilliseconds - updatedAt.getTime()) / 60_000;
  return {
    actor: { ...person, posts },
    session: { ...session, due: minutes >= SESSION_RENEWED_AFTER_MINUTES },
  };
}

/** Lets a session in use last longer; answers the `Set-Cookie` lines. */
export async function prolongSession(db: Kysely<DB>, visit: Visit): Promise<readonly string[]> {
  const { auth } = await identityOf(db);
  const { headers } = await auth.api.getSession({ headers: visit.headers, returnHeaders: true });
  return headers.getSetCookie();
}

/** Ends the session that these cookies stand for, which nobody has been given yet. */
export async function endSessionOf(db: Kysely<DB>, cookies: string): Promise<void> {
  const token = await sessionToken(db, cookies);
  if (token) await db.deleteFrom("account_session").where("token", "=", token).execute();
}

/** Whose session these cookies are, of a request that the sign-in library has just answered. */
export async function holderOfSession(
  db: Kysely<DB>,
  cookies: string,
): Promise<(AccountHolder & { readonly username: string }) | undefined> {
  const token = await sessionToken(db, cookies);
  if (!token) return undefined;
  return db
    .selectFrom("account_session as s")
    .innerJoin("account_user as u", "u.id", "s.user_id")
    .innerJoin("person as p", "p.id", "u.person_id")
    .select(["u.id as userId", "u.username", "p.id as personId", "p.full_name as name"])
    .where("s.token", "=", token)
    .executeTakeFirst();
}

/** The token in the cookie, if we signed it. Read here, not by the library: every request passes this way. */
async function sessionToken(db: Kysely<DB>, cookies: string): Promise<string | null> {
  const { settings, sessionCookie } = await identityOf(db);
  const value = parseCookies(cookies).get(sessionCookie);
  const dot = value?.lastIndexOf(".") ?? -1;
  if (!value || dot < 1) return null;
  const token = value.slice(0, dot);
  const signature = Buffer.from(value.slice(dot + 1), "base64");
  const expected = createHmac("sha256", settings.secret).update(token).digest();
  return signature.length === expected.length && timingSafeEqual(signature, expected) ? token : null;
}

async function sessionBy(db: Kysely<DB>, token: string, now: Temporal.Instant) {
  return db
    .selectFrom("account_session as s")
    .innerJoin("account_user as u", "u.id", "s.user_id")
    .innerJoin("person as p", "p.id", "u.person_id")
    .select(["s.id", "s.updated_at as updatedAt", "u.id as userId", "u.username"])
    .select(["u.two_factor_enabled as secondFactor", "p.id as personId", "p.full_name as name"])
    .select(structureEdition.as("edition"))
    .where("s.token", "=", token)
    .where("s.expires_at", ">", new Date(now.epochMilliseconds))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("account_lock as l")
            .select("l.id")
            .whereRef("l.user_id", "=", "u.id")
            .where("l.until_at", "is", null),
        ),
      ),
    )
    .executeTakeFirst();
}
