import { randomInt } from "node:crypto";
import { betterAuth } from "better-auth";
import { APIError } from "better-auth/api";
import { twoFactor } from "better-auth/plugins/two-factor";
import { username } from "better-auth/plugins/username";
import type { DB } from "#db";
import { uuidv7 } from "#kernel/identifier.ts";
import { systemClock } from "#kernel/clock.ts";
import { log } from "#platform/server/log.ts";
import type { Kysely } from "kysely";
import { isUsername, normalUsername, PASSWORD_LENGTH } from "../credentials.ts";
import { SESSION_HOURS, SESSION_RENEWED_AFTER_MINUTES } from "../terms.ts";
import { isLocked } from "./account.store.ts";
import { recoveryCodeFrom } from "../recovery-code.ts";
import { fieldNames } from "./field-names.ts";

export type AuthSettings = {
  /** Where people reach the product; over https the cookies are secure. */
  readonly origin: string;
  readonly secret: string;
};

/** The header in which a sign-in tells the library the address it came from. */
export const addressHeader = "x-visitor-address";
export const cookiePrefix = "doi-thoai";

/** The sign-in library over our tables. Its handler is not mounted anywhere: our pages ask it, see `ask.ts`. */
export function makeAuth(db: Kysely<DB>, { origin, secret }: AuthSettings) {
  return betterAuth({
    appName: "Đối Thoại",
    baseURL: origin,
    secret,
    telemetry: { enabled: false },
    logger: { level: "error", log: (level, message) => log[level]({ part: "sign-in" }, message) },
    // What is no refusal of the library is for us to say, with the reason that it would keep to itself.
    onAPIError: { throw: true },
    database: { db, type: "postgres", transaction: true },
    ...fieldNames,
    session: {
      ...fieldNames.session,
      expiresIn: SESSION_HOURS * 3600,
      updateAge: SESSION_RENEWED_AFTER_MINUTES * 60,
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
    },
    // The library counts people, we count failures: see `countedByAddress` and the lock-out by name.
    rateLimit: { ...fieldNames.rateLimit, enabled: false },
    advanced: {
      cookiePrefix,
      useSecureCookies: origin.startsWith("https://"),
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => uuidv7(systemClock()) },
    },
    databaseHooks: { session: { create: { before: (session) => refuseLocked(db, session.userId) } } },
    plugins: [
      username({
        displayUsername: false,
        minUsernameLength: 3,
        maxUsernameLength: 40,
        usernameNormalization: normalUsername,
        usernameValidator: (text) => isUsername(normalUsername(text)),
        schema: fieldNames.username,
      }),
      twoFactor({
        issuer: "Đối Thoại",
        schema: fieldNames.twoFactor,
        backupCodeOptions: { customBackupCodesGenerate: newRecoveryCodes },
      }),
    ],
  });
}

const RECOVERY_CODES = 10;
const newRecoveryCodes = () =>
  Array.from({ length: RECOVERY_CODES }, () => recoveryCodeFrom((bound) => randomInt(bound)));

export type Auth = ReturnType<typeof makeAuth>;

/** Only after the right password, so that nobody learns from it whether a name exists. */
async function refuseLocked(db: Kysely<DB>, userId: string): Promise<void> {
  if (await isLocked(db, userId)) throw new APIError("FORBIDDEN", { code: "ACCOUNT_LOCKED" });
}
