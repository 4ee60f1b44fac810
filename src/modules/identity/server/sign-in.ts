import type { DB } from "#db";
import { Problem } from "#kernel/problem.ts";
import type { Kysely } from "kysely";
import { isUsername, normalUsername, PASSWORD_LENGTH } from "../credentials.ts";
import { identityProblems as problems } from "../problems.ts";
import { ask, unforeseen, type Visit } from "./ask.ts";
import { forgetEndedSessions } from "./session.store.ts";
import { beginAttempt, forgetFailures, takeBackAttempt } from "./lock-out.store.ts";

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
  const minutes = await beginAttempt(db, username, now);
  // The cookies of an earlier session have no say in this one.
  const stranger = {
    ...visit,
    headers: new Headers({ "user-agent": visit.headers.get("user-agent") ?? "" }),
  };
  const answer = await ask(db, stranger, "/sign-in/username", { username, password: given.password });
  if (answer.status === 429) {
    await takeBackAttempt(db, username);
    throw new Problem(problems.too_many_attempts);
  }
  if (answer.status === 401) throw wrong(minutes);
  await forgetFailures(db, username);
  await forgetEndedSessions(db, now);
  if (answer.code === "ACCOUNT_LOCKED") throw new Problem(problems.account_locked);
  if (answer.status !== 200) throw unforeseen("/sign-in/username", answer);
  return { cookies: answer.cookies, secondFactorNeeded: answer.data.twoFactorRedirect === true };
}

function wrong(minutes: number): Problem {
  if (minutes === 0) return new Problem(problems.wrong_credentials);
  return new Problem(problems.locked_out, { values: { minutes } });
}

/**
 * The code of the app (six digits), or a recovery code, after the password.
 * @throws Problem `wrong_code`, `second_step_expired`, `second_factor_locked`, `too_many_attempts`, `account_locked`
 */
export async function giveSecondFactor(db: Kysely<DB>, code: string, visit: Visit): Promise<SignInAnswer> {
  const typed = code.replace(/\s/g, "");
  const path = /^\d{6}$/.test(typed) ? "/two-factor/verify-totp" : "/two-factor/verify-backup-code";
  const answer = await ask(db, visit, path, { code: typed });
  if (answer.status === 200) return { cookies: answer.cookies, secondFactorNeeded: false };
  throw secondStepProblem(path, answer.code, answer.status) ?? unforeseen(path, answer);
}

function secondStepProblem(path: string, code: string | undefined, status: number): Problem | null {
  if (code === "INVALID_CODE" || code === "INVALID_BACKUP_CODE")
    return new Problem(problems.wrong_code, { field: "code" });
  if (code === "INVALID_TWO_FACTOR_COOKIE" || code === "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE")
    return new Problem(problems.second_step_expired);
  if (code === "ACCOUNT_TEMPORARILY_LOCKED") return new Problem(problems.second_factor_locked);
  if (code === "ACCOUNT_LOCKED") return new Problem(problems.account_locked);
  return status === 429 ? new Problem(problems.too_many_attempts) : null;
}

/** Ends the session of these cookies; without one nothing happens. */
export async function signOut(db: Kysely<DB>, visit: Visit): Promise<readonly string[]> {
  return (await ask(db, visit, "/sign-out", {})).cookies;
}
