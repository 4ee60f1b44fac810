import type { DB } from "#db";
import { systemClock } from "#kernel/clock.ts";
import { Problem } from "#kernel/problem.ts";
import type { Kysely } from "kysely";
import { isUsername, normalUsername, PASSWORD_LENGTH } from "../credentials.ts";
import { identityProblems as problems } from "../problems.ts";
import { readRecoveryCode } from "../recovery-code.ts";
import { auditAccount } from "./account-audit.ts";
import { accountNamed } from "./account.store.ts";
import { endSessionOf, holderOfSession } from "./session.ts";
import { useCode } from "./used-code.store.ts";
import { ask, isSecondFactorOff, unforeseen, type Visit } from "./ask.ts";
import { forgetEndedSessions } from "./session.store.ts";
import { countedByAddress } from "./address-attempts.ts";
import { beginAttempt, forgetFailures, lockedOutFor } from "./lock-out.store.ts";

export type SignInAnswer = {
  /** `Set-Cookie` lines for the response. */
  readonly cookies: readonly string[];
  /** Whether a code must follow before there is a session. */
  readonly secondFactorNeeded: boolean;
};

/**
 * Name and password. A wrong name and a wrong password are answered alike, in words, status and time.
 * @throws Problem `wrong_credentials`, `locked_out`, `too_many_attempts`, `account_locked`
 */
export async function signIn(
  db: Kysely<DB>,
  given: { readonly username: string; readonly password: string },
  visit: Visit,
  now: Temporal.Instant,
): Promise<SignInAnswer> {
  const username = normalUsername(given.username);
  // Neither can be anybody's, which needs no secret to know.
  if (!isUsername(username) || given.password.length > PASSWORD_LENGTH.most)
    throw new Problem(problems.wrong_credentials);
  return countedByAddress(db, visit.address, now, () =>
    passwordLookedAt(db, username, given.password, visit, now),
  );
}

async function passwordLookedAt(
  db: Kysely<DB>,
  username: string,
  password: string,
  visit: Visit,
  now: Temporal.Instant,
): Promise<SignInAnswer> {
  const minutes = await beginAttempt(db, username, now);
  // The cookies of an earlier session have no say in this one.
  const stranger = {
    ...visit,
    headers: new Headers({ "user-agent": visit.headers.get("user-agent") ?? "" }),
  };
  const answer = await ask(db, stranger, "/sign-in/username", { username, password });
  if (answer.status === 401) {
    if (minutes > 0) await auditLockOut(db, username, minutes, now);
    throw wrong(minutes);
  }
  await forgetFailures(db, username);
  await forgetEndedSessions(db, now);
  if (answer.code === "ACCOUNT_LOCKED") throw new Problem(problems.account_locked);
  if (answer.status !== 200) throw unforeseen("/sign-in/username", answer);
  return { cookies: answer.cookies, secondFactorNeeded: answer.data.twoFactorRedirect === true };
}

/** A name that is nobody's gets the same line without it: it may be a password typed in the wrong field. */
async function auditLockOut(db: Kysely<DB>, username: string, minutes: number, now: Temporal.Instant) {
  const account = await accountNamed(db, username);
  const entry = { act: "identity.lock_out", accountId: account?.id ?? null, by: "sign-in" };
  await auditAccount(db, { ...entry, said: { minutes } }, now);
}

function wrong(minutes: number): Problem {
  if (minutes === 0) return new Problem(problems.wrong_credentials);
  return lockedOutFor(minutes * 60);
}

/**
 * The code of the app (six digits), or a recovery code, after the password. Each works once.
 * @throws Problem `wrong_code`, `code_used`, `second_step_expired`, `second_factor_locked`, `too_many_attempts`, `account_locked`
 */
export async function giveSecondFactor(db: Kysely<DB>, code: string, visit: Visit): Promise<SignInAnswer> {
  const now = systemClock();
  return countedByAddress(db, visit.address, now, () => codeLookedAt(db, readRecoveryCode(code), visit, now));
}

async function codeLookedAt(
  db: Kysely<DB>,
  typed: string,
  visit: Visit,
  now: Temporal.Instant,
): Promise<SignInAnswer> {
  const ofApp = /^\d{6}$/.test(typed);
  const path = ofApp ? "/two-factor/verify-totp" : "/two-factor/verify-backup-code";
  const answer = await ask(db, visit, path, { code: typed });
  // Whoever has signed in already, without a second step, has none to take.
  if (isSecondFactorOff(answer)) throw new Problem(problems.second_step_expired);
  // The library takes one code at a time out of those that are left.
  if (answer.status === 409) throw new Problem(problems.at_the_same_moment, { field: "code" });
  if (answer.status !== 200) throw secondStepProblem(answer.code) ?? unforeseen(path, answer);
  const cookies = answer.cookies.map((line) => line.split(";")[0]).join("; ");
  if (ofApp) await refuseUsedCode(db, cookies, typed, now);
  else await auditRecoveryCode(db, cookies);
  return { cookies: answer.cookies, secondFactorNeeded: false };
}

/** The library takes a code as long as the app shows it; whoever looked over a shoulder comes too late. */
async function refuseUsedCode(db: Kysely<DB>, cookies: string, code: string, now: Temporal.Instant) {
  const by = await holderOfSession(db, cookies);
  if (!by || (await useCode(db, by.userId, code, now))) return;
  await endSessionOf(db, cookies);
  throw new Problem(problems.code_used, { field: "code" });
}

async function auditRecoveryCode(db: Kysely<DB>, cookies: string): Promise<void> {
  const by = await holderOfSession(db, cookies);
  const act = "identity.use_recovery_code";
  if (by) await auditAccount(db, { act, accountId: by.userId, by }, systemClock());
}

function secondStepProblem(code: string | undefined): Problem | null {
  if (code === "INVALID_CODE" || code === "INVALID_BACKUP_CODE")
    return new Problem(problems.wrong_code, { field: "code" });
  if (code === "INVALID_TWO_FACTOR_COOKIE" || code === "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE")
    return new Problem(problems.second_step_expired);
  if (code === "ACCOUNT_TEMPORARILY_LOCKED")
    return new Problem(problems.second_factor_locked, { retryAfter: 15 * 60 });
  return code === "ACCOUNT_LOCKED" ? new Problem(problems.account_locked) : null;
}

/** Ends the session of these cookies; without one nothing happens. */
export async function signOut(db: Kysely<DB>, visit: Visit): Promise<readonly string[]> {
  const by = await holderOfSession(db, visit.headers.get("cookie") ?? "");
  const { cookies } = await ask(db, visit, "/sign-out", {});
  if (by) await auditAccount(db, { act: "identity.sign_out", accountId: by.userId, by }, systemClock());
  return cookies;
}
