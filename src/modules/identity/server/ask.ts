import type { DB } from "#db";
import type { Kysely } from "kysely";
import { addressHeader } from "./auth.ts";
import { identityOf } from "./identity.ts";

/** Who is at the door: the request's headers, for its cookies, and the address it came from. */
export type Visit = { readonly headers: Headers; readonly address: string };

export type Answer = {
  readonly status: number;
  /** The library's name for a refusal. */
  readonly code: string | undefined;
  readonly data: Readonly<Record<string, unknown>>;
  /** `Set-Cookie` lines for the response. */
  readonly cookies: readonly string[];
};

/**
 * Puts a question to the sign-in library as a request of our own making. Through its handler rather than its
 * functions, because only there does its rate limit count.
 */
export async function ask(
  db: Kysely<DB>,
  visit: Visit,
  path: string,
  body: Record<string, unknown>,
): Promise<Answer> {
  const { auth, settings } = await identityOf(db);
  const request = new Request(`${settings.origin}/api/auth${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      origin: settings.origin,
      cookie: visit.headers.get("cookie") ?? "",
      "user-agent": (visit.headers.get("user-agent") ?? "").slice(0, 300),
      [addressHeader]: visit.address,
    },
    body: JSON.stringify(body),
  });
  const response = await auth.handler(request);
  const data = await readJson(response);
  return {
    status: response.status,
    code: typeof data.code === "string" ? data.code : undefined,
    data,
    cookies: response.headers.getSetCookie(),
  };
}

async function readJson(response: Response): Promise<Record<string, unknown>> {
  const text = await response.text();
  const value: unknown = text === "" ? null : JSON.parse(text);
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

const off: readonly unknown[] = ["TOTP_NOT_ENABLED", "TWO_FACTOR_NOT_ENABLED", "BACKUP_CODES_NOT_ENABLED"];

/** Whether the answer is that the account has no second factor: no page of ours asks then, but a form can be sent without one. */
export function isSecondFactorOff({ code }: Answer): boolean {
  return off.includes(code);
}

/** An answer that no page foresaw: a fault of ours, not of the person. */
export function unforeseen(path: string, answer: Answer): Error {
  return new Error(`Sign-in answered ${answer.status} ${answer.code ?? ""} to ${path}.`);
}
