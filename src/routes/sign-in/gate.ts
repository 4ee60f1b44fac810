import { error, redirect, type RequestEvent } from "@sveltejs/kit";
import type { Handle } from "@sveltejs/kit/hooks";
import { systemClock } from "#kernel/clock.ts";
import { keepForm } from "#modules/identity/kept-form.ts";
import { isOpen } from "#modules/identity/open-routes.ts";
import { actorOfSession, prolongSession } from "#modules/identity/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { setCookies, visitOf } from "./door.ts";

/** Asked by machines that want to know whether we live, not who they are. */
const probes: readonly (string | null)[] = ["/healthz", "/readyz"];

/** Session → actor: who makes this request, with the posts held at this moment. */
export const recognise: Handle = async ({ event, resolve }) => {
  if (probes.includes(event.route.id) || !event.request.headers.has("cookie")) return resolve(event);
  const { db } = currentDatabase();
  const signedIn = await actorOfSession(db, event.request.headers, systemClock());
  if (!signedIn) return resolve(event);
  event.locals.actor = signedIn.actor;
  event.locals.session = signedIn.session;
  if (signedIn.session.due) setCookies(event.cookies, await prolongSession(db, visitOf(event)));
  return resolve(event);
};

/**
 * Inner pages are for people who have signed in. A visit is sent to sign in and comes back; a form whose session
 * has ended is answered with the sign-in page, which carries what was typed and offers to send it afterwards.
 */
export const admit: Handle = async ({ event, resolve }) => {
  if (event.locals.actor || isOpen(event.route.id)) return resolve(event);
  const { method } = event.request;
  const here = event.url.pathname + event.url.search;
  if (method === "GET" || method === "HEAD") redirect(303, `/sign-in?next=${encodeURIComponent(here)}`);
  if (method === "POST" && isForm(event.request)) return keepPosted(event, here);
  error(401);
};

function isForm(request: Request): boolean {
  return /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/.test(
    request.headers.get("content-type") ?? "",
  );
}

/**
 * Lets our own sign-in page answer. A form sent by script is led to that page; one sent by the browser gets it at
 * the address it was sent to, without its script, which would start the page that belongs to that address.
 */
async function keepPosted(event: RequestEvent, action: string): Promise<Response> {
  const kept = keepForm(await event.request.formData(), action);
  const body = new FormData();
  if (kept) body.set("kept", JSON.stringify(kept));
  const accept = event.request.headers.get("accept") ?? "text/html";
  const answer = await event.fetch("/sign-in/kept", { method: "POST", body, headers: { accept } });
  if (!answer.headers.get("content-type")?.startsWith("text/html")) return answer;
  const page = (await answer.text()).replace(/<script\b.*?<\/script>/gs, "");
  const headers = new Headers(answer.headers);
  headers.delete("content-length");
  headers.delete("etag");
  return new Response(page, { status: answer.status, headers });
}
