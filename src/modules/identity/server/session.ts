import { createHmac, timingSafeEqual } from "node:crypto";
import { parseCookies } from "better-auth/cookies";
import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { dayInVietnam } from "#kernel/clock.ts";
import { postsOf } from "#modules/organization/server/index.ts";
import { structureEdition } from "#platform/server/database/remembered.ts";
import { recognitions, type Recognised } from "#platform/server/recognition/recognised.ts";
import type { Kysely } from "kysely";
import { SESSION_RENEWED_AFTER_MINUTES } from "../terms.ts";
import type { AccountHolder } from "./account-audit.ts";
import type { Visit } from "./ask.ts";
import { accountStanding, sessionGate } from "./gates.ts";
import { identityOf } from "./identity.ts";
import { hashOf } from "./one-time-secret.ts";

export type Session = {
  readonly id: string;
  readonly userId: string;
  readonly username: string;
  readonly secondFactor: boolean;
  /** In use for so long that it should be prolonged, see `prolongSession`. */
  readonly due: boolean;
};

export type SignedIn = { readonly actor: Extract<Actor, { kind: "person" }>; readonly session: Session };

/** In use since when: whether a session is due to be prolonged is judged at each request. */
type Remembered = Omit<SignedIn, "session"> & {
  readonly session: Omit<Session, "due">;
  readonly usedAt: Date;
};

const recognised = recognitions<Remembered>(sessionGate);

const isDue = (usedAt: Date, now: Temporal.Instant) =>
  now.epochMilliseconds - usedAt.getTime() >= SESSION_RENEWED_AFTER_MINUTES * 60_000;

/**
 * Who the session cookie of a request stood for when `actorOfSession` last looked it up, on this Vietnamese day; null where
 * that is not known, or the session is due to be prolonged. To be asked with its gate only.
 * @param cookies the request's `Cookie` header
 */
export async function recognisedBySession(
  db: Kysely<DB>,
  cookies: string,
  now: Temporal.Instant,
): Promise<Recognised<SignedIn> | null> {
  const token = await sessionToken(db, cookies);
  const known = token === null ? null : recognised.recall(hashOf(token), dayInVietnam(now));
  if (!known || isDue(known.who.usedAt, now)) return null;
  const { actor, session } = known.who;
  return { ...known, who: { actor, session: { ...session, due: false } } };
}

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
  if (!cookies) return null;
  const token = await sessionToken(db, cookies);
  const row = token ? await sessionInForce(db, token, now) : undefined;
  if (!row) return null;
  const { personId, name, updatedAt: usedAt, edition, standing, ...session } = row;
  const person = { kind: "person", personId, name, posts: [], edition } as const;
  const day = dayInVietnam(now);
  const actor = { ...person, posts: await postsOf(db, person, day) };
  const secret = token!;
  recognised.remember(hashOf(secret), { who: { actor, session, usedAt }, edition, day, secret, standing });
  return { actor, session: { ...session, due: isDue(usedAt, now) } };
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
  if (!cookies.includes(".session_token=")) return null;
  const { settings, sessionCookie } = await identityOf(db);
  const value = parseCookies(cookies).get(sessionCookie);
  const dot = value?.lastIndexOf(".") ?? -1;
  if (!value || dot < 1) return null;
  const token = value.slice(0, dot);
  const signature = Buffer.from(value.slice(dot + 1), "base64");
  const expected = createHmac("sha256", settings.secret).update(token).digest();
  return signature.length === expected.length && timingSafeEqual(signature, expected) ? token : null;
}

async function sessionInForce(db: Kysely<DB>, token: string, now: Temporal.Instant) {
  return db
    .selectFrom("account_session as s")
    .innerJoin("account_user as u", "u.id", "s.user_id")
    .innerJoin("person as p", "p.id", "u.person_id")
    .select(["s.id", "s.updated_at as updatedAt", "u.id as userId", "u.username"])
    .select(["u.two_factor_enabled as secondFactor", "p.id as personId", "p.full_name as name"])
    .select([structureEdition.as("edition"), accountStanding.as("standing")])
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
