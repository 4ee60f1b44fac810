import { readEnv } from "#env";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import { cookiePrefix, makeAuth, type Auth, type AuthSettings } from "./auth.ts";
import { sharedSecret } from "./shared-secret.ts";

/** Sign-in over one database. */
export type Identity = {
  readonly auth: Auth;
  readonly settings: AuthSettings;
  readonly sessionCookie: string;
};

const made = new WeakMap<Kysely<DB>, Promise<Identity>>();

/** Sign-in over a database, made once for each; `origin` is for tests, otherwise the settings say. */
export function identityOf(db: Kysely<DB>, origin?: string): Promise<Identity> {
  const known = made.get(db);
  if (known) return known;
  const making = make(db, origin);
  made.set(db, making);
  making.catch(() => made.delete(db)); // a database that was away is asked again next time
  return making;
}

async function make(db: Kysely<DB>, given?: string): Promise<Identity> {
  const env = readEnv();
  const origin = given ?? env.origin;
  const settings = { origin, secret: env.authSecret ?? (await sharedSecret(db)) };
  const secure = origin.startsWith("https://") ? "__Secure-" : "";
  return { auth: makeAuth(db, settings), settings, sessionCookie: `${secure}${cookiePrefix}.session_token` };
}
