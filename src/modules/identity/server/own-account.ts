import type { DB } from "#db";
import { systemClock } from "#kernel/clock.ts";
import { Problem } from "#kernel/problem.ts";
import type { Kysely } from "kysely";
import { isCommonPassword } from "../common-passwords.ts";
import { isPassword } from "../credentials.ts";
import { identityProblems as problems } from "../problems.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { auditAccount } from "./account-audit.ts";
import { holderOfSession } from "./session.ts";
import { countedByAddress } from "./address-attempts.ts";
import { ask, isSecondFactorOff, unforeseen, type Answer, type Visit } from "./ask.ts";
import { isUsed, useCode } from "./used-code.store.ts";

// What people do to their own account whatever posts they hold. None of it touches the register.

/**
 * A new password in place of the present one; all other sessions end.
 * @throws Problem `wrong_current_password`, `act.invalid_input` on `new_password`
 */
export async function changePassword(
  db: Kysely<DB>,
  given: { readonly current: string; readonly next: string },
  visit: Visit,
): Promise<Answer> {
  if (!isPassword(given.next)) {
    const { vi, en } = passwordSentence;
    throw new Problem(actProblems.invalid_input, { faults: [{ field: "new_password", vi, en }] });
  }
  const holder = await holderOfSession(db, visit.headers.get("cookie") ?? "");
  if (isCommonPassword(given.next, [holder?.name, holder?.username]))
    throw new Problem(problems.common_password, { field: "new_password" });
  const body = { currentPassword: given.current, newPassword: given.next, revokeOtherSessions: true };
  return audited(db, visit, "identity.change_password", () => asked(db, visit, "/change-password", body));
}

const passwordSentence = {
  vi: "Mật khẩu cần từ 10 đến 128 ký tự. Một câu dễ nhớ với mình là tốt nhất.",
  en: "A password needs 10 to 128 characters. A sentence you can remember is best.",
};

/** What a person must copy before the second factor is on: the key of the app and the recovery codes. */
export type SecondFactorSetup = { readonly key: string; readonly recoveryCodes: readonly string[] };

/** @throws Problem `wrong_current_password`, `second_factor_on` */
export async function beginSecondFactor(
  db: Kysely<DB>,
  password: string,
  visit: Visit,
): Promise<SecondFactorSetup> {
  const enable = () => asked(db, visit, "/two-factor/enable", { password });
  const { data } = await audited(db, visit, "identity.begin_second_factor", enable);
  const key = new URL(String(data.totpURI)).searchParams.get("secret") ?? "";
  return { key, recoveryCodes: data.backupCodes as string[] };
}

/**
 * The first code of the app turns the second factor on, once: sent again it is used.
 * @throws Problem `wrong_code`, `code_used`, `second_factor_off`
 */
export async function confirmSecondFactor(db: Kysely<DB>, code: string, visit: Visit): Promise<Answer> {
  const now = systemClock();
  const typed = code.replace(/\s/g, "");
  const by = await holderOfSession(db, visit.headers.get("cookie") ?? "");
  if (by && (await isUsed(db, by.userId, typed))) throw new Problem(problems.code_used, { field: "code" });
  const verify = () => asked(db, visit, "/two-factor/verify-totp", { code: typed });
  const answer = await audited(db, visit, "identity.turn_on_second_factor", verify);
  if (by) await useCode(db, by.userId, typed, now);
  return answer;
}

/** @throws Problem `wrong_current_password` */
export async function endSecondFactor(db: Kysely<DB>, password: string, visit: Visit): Promise<Answer> {
  const disable = () => asked(db, visit, "/two-factor/disable", { password });
  return audited(db, visit, "identity.turn_off_second_factor", disable);
}

/** New recovery codes in place of the old. @throws Problem `wrong_current_password`, `second_factor_off` */
export async function renewRecoveryCodes(
  db: Kysely<DB>,
  password: string,
  visit: Visit,
): Promise<readonly string[]> {
  const renew = () => asked(db, visit, "/two-factor/generate-backup-codes", { password });
  const { data } = await audited(db, visit, "identity.renew_recovery_codes", renew);
  return data.backupCodes as string[];
}

/** The address that an authenticator app reads from the square code. */
export function keyAddress(key: string, username: string): string {
  const issuer = encodeURIComponent("Đối Thoại");
  return `otpauth://totp/${issuer}:${encodeURIComponent(username)}?secret=${key}&issuer=${issuer}&digits=6&period=30`;
}

/** What was done is written down once it is done, with who did it: the holder of the session that asked. */
async function audited(
  db: Kysely<DB>,
  visit: Visit,
  act: string,
  change: () => Promise<Answer>,
): Promise<Answer> {
  const by = await holderOfSession(db, visit.headers.get("cookie") ?? "");
  const answer = await change();
  if (by) await auditAccount(db, { act, accountId: by.userId, by }, systemClock());
  return answer;
}

async function asked(
  db: Kysely<DB>,
  visit: Visit,
  path: string,
  body: Record<string, unknown>,
): Promise<Answer> {
  return countedByAddress(db, visit.address, systemClock(), () => looked(db, visit, path, body));
}

async function looked(
  db: Kysely<DB>,
  visit: Visit,
  path: string,
  body: Record<string, unknown>,
): Promise<Answer> {
  const answer = await ask(db, visit, path, body);
  if (answer.status === 200) return answer;
  if (answer.code === "INVALID_PASSWORD" || answer.code === "PASSWORD_TOO_LONG")
    throw new Problem(problems.wrong_current_password, { field: "password" });
  if (answer.code === "INVALID_CODE") throw new Problem(problems.wrong_code, { field: "code" });
  if (isSecondFactorOff(answer)) throw new Problem(problems.second_factor_off);
  if (answer.code === "TOTP_ALREADY_ENABLED") throw new Problem(problems.second_factor_on);
  if (answer.status === 401) throw new Problem(problems.session_ended);
  throw unforeseen(path, answer);
}
