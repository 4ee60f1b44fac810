import { fail, type Cookies, type RequestEvent } from "@sveltejs/kit";
import { parseSetCookieHeader, toCookieOptions } from "better-auth/cookies";
import { Problem } from "#kernel/problem.ts";
import type { Visit } from "#modules/identity/server/index.ts";

/** Who stands at the door of this request. */
export function visitOf(event: RequestEvent): Visit {
  return { headers: event.request.headers, address: event.getClientAddress() };
}

/** Puts the `Set-Cookie` lines of sign-in into the response. */
export function setCookies(cookies: Cookies, lines: readonly string[]): void {
  for (const line of lines) {
    for (const [name, { value, ...attributes }] of parseSetCookieHeader(line)) {
      cookies.set(name, value, { ...toCookieOptions({ value, ...attributes }), path: "/" });
    }
  }
}

/**
 * The form again with the problem, and whatever the page needs to stand as it was; other errors go on. What only has to
 * wait says how long.
 */
export function refused<More extends object>(
  error: unknown,
  more: More,
  event?: Pick<RequestEvent, "setHeaders">,
) {
  if (!(error instanceof Problem)) throw error;
  const { definition, vi, en, faults, retryAfter } = error;
  if (retryAfter !== undefined) event?.setHeaders({ "retry-after": String(retryAfter) });
  const refusal = { problem: { code: definition.code, vi, en }, faults };
  return fail(definition.status, { refusal, ...more });
}

/** A posted text; empty where there was none. */
export function textIn(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === "string" ? value : "";
}
