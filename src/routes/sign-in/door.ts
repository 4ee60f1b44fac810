import { fail, type Cookies, type RequestEvent } from "@sveltejs/kit";
import { parseSetCookieHeader, toCookieOptions } from "better-auth/cookies";
import { Problem } from "#kernel/problem.ts";
import { systemClock } from "#kernel/clock.ts";
import { actorOfSession, type Visit } from "#modules/identity/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";

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

/** The same where the session goes on as another one: what is said next is said to that. */
export async function goOnWith(event: RequestEvent, lines: readonly string[]): Promise<void> {
  setCookies(event.cookies, lines);
  const cookies = lines.flatMap((line) => [...parseSetCookieHeader(line)]);
  const cookie = cookies.map(([name, { value }]) => `${name}=${encodeURIComponent(value)}`).join("; ");
  const signedIn = await actorOfSession(currentDatabase().db, new Headers({ cookie }), systemClock());
  if (signedIn) event.locals.session = signedIn.session;
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
  const { definition, vi, en, faults, details, retryAfter } = error;
  if (retryAfter !== undefined) event?.setHeaders({ "retry-after": String(retryAfter) });
  const refusal = { problem: { code: definition.code, vi, en }, faults, details };
  return fail(definition.status, { refusal, ...more });
}

/** A posted text; empty where there was none. */
export function textIn(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === "string" ? value : "";
}
