import type { Handle, HandleServerError } from "@sveltejs/kit/hooks";
import { sequence } from "@sveltejs/kit/hooks";
import { paraglideMiddleware } from "#paraglide/server.js";
import { log } from "#platform/server/log.ts";
import { securityHeaders } from "#platform/server/security-headers.ts";
import { readPreferences, type Preferences } from "#ui/preferences.ts";

/** Gives each request a name that the log, the error page and the response's header share. */
const nameRequest: Handle = async ({ event, resolve }) => {
  event.locals.requestId = crypto.randomUUID();
  const response = await resolve(event);
  response.headers.set("x-request-id", event.locals.requestId);
  return response;
};

const guard: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  for (const [name, value] of securityHeaders(event.url)) {
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
  return response;
};

// Session → actor goes between `guard` and `present`: it sets `event.locals.actor` and nothing else.

/** Renders in the person's language, colours and size from the first byte, with or without JavaScript. */
const present: Handle = ({ event, resolve }) => {
  event.locals.preferences = readPreferences((name) => event.cookies.get(name));
  const transformPageChunk = ({ html }: { html: string }) => dressPage(html, event.locals.preferences);
  return paraglideMiddleware(event.request, () => resolve(event, { transformPageChunk }));
};

function dressPage(html: string, preferences: Preferences): string {
  return html
    .replace("%language%", preferences.language)
    .replace("%theme%", preferences.theme)
    .replace("%text_size%", preferences.textSize);
}

export const handle: Handle = sequence(nameRequest, guard, present);

export const handleError: HandleServerError = ({ error, event, kind }) => {
  const requestId = event.locals.requestId;
  if (kind === "unknown") log.error({ err: error, requestId, path: event.url.pathname }, "request failed");
  return { requestId };
};
