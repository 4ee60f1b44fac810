import { AsyncLocalStorage } from "node:async_hooks";
import type { Handle, HandleServerError, ServerInit } from "@sveltejs/kit/hooks";
import { error } from "@sveltejs/kit";
import { sequence } from "@sveltejs/kit/hooks";
import { dev } from "$app/env";
import { unreadableAddress } from "#api/application.ts";
import { saidFurtherOn, toBeSaidHere } from "#acts/said/carry.ts";
import { isUnreadableAddress } from "#kernel/address-bytes.ts";
import { readForm } from "#kernel/form-fields.ts";
import { Problem } from "#kernel/problem.ts";
import * as texts from "#paraglide/runtime.js";
import { asProblem } from "#platform/server/act/database-problems.ts";
import { hasCurrentDatabase } from "#platform/server/database/current.ts";
import { logDatabaseFault } from "#platform/server/database/fault-log.ts";
import { log } from "#platform/server/log.ts";
import { cacheControlFor, securityHeaders } from "#platform/server/security-headers.ts";
import { readPreferences, type Preferences } from "#ui/preferences.ts";
import { drawToKeep, keepDrawn } from "./routes/drawn-pages.ts";
import { admit, recognise } from "./routes/sign-in/gate.ts";

/** Under `bin/dev` nobody opened the database and started the jobs beforehand; `bin/start` always has. */
export const init: ServerInit = async () => {
  if (!dev || hasCurrentDatabase()) return;
  const { readEnv } = await import("#env");
  const { startDatabase } = await import("#platform/server/start.ts");
  const { startBackground } = await import("#acts/background.ts");
  const { openCurrentWorkshop } = await import("#platform/server/workshop/current-workshop.ts");
  const env = readEnv();
  openCurrentWorkshop(env);
  await startBackground(await startDatabase(env, "app"), env);
};

/** Gives each request a name that the log, the error page and the response's header share, and no actor yet. */
const openRequest: Handle = async ({ event, resolve }) => {
  event.locals.requestId = crypto.randomUUID();
  event.locals.actor = null;
  event.locals.session = null;
  event.locals.formKey = crypto.randomUUID();
  event.locals.preferences = readPreferences((name) => event.cookies.get(name));
  const response = await resolve(event);
  response.headers.set("x-request-id", event.locals.requestId);
  const { retryAfter } = event.locals;
  if (retryAfter !== undefined) response.headers.set("retry-after", String(retryAfter));
  return response;
};

/** What stands for no text (`isUnreadableAddress`) leads nowhere, on pages as in the API. */
const refuseUnreadable: Handle = ({ event, resolve }) => {
  if (!isUnreadableAddress(event.url.pathname + event.url.search)) return resolve(event);
  if (event.url.pathname.startsWith("/api/")) return unreadableAddress(event.request, event.locals.requestId);
  error(400);
};

/** No action is reached by the name `default`; the framework would take asking for it as a fault of ours. */
const refuseNamedDefault: Handle = ({ event, resolve }) => {
  if (event.request.method === "POST" && event.url.searchParams.has("/default")) error(404);
  return resolve(event);
};

/** Every form is read the one way: its fields counted first, a body that is none the sender's mistake. */
const readableForms: Handle = ({ event, resolve }) => {
  const { request } = event;
  request.formData = () => readForm(request);
  return resolve(event);
};

const guard: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  for (const [name, value] of securityHeaders(event.url)) {
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
  const cacheControl = cacheControlFor(response, event.locals.actor !== null);
  if (cacheControl) response.headers.set("cache-control", cacheControl);
  return response;
};

/** A page that sends on at once says nothing: what was to be said there is said where it leads. */
const sayFurtherOn: Handle = async ({ event, resolve }) => {
  const carried = toBeSaidHere(event);
  const response = await resolve(event);
  if (!carried) return response;
  const location = await sentOnTo(response, event.isDataRequest);
  const cookie = location === null ? null : saidFurtherOn(event, carried, location);
  if (cookie !== null) response.headers.append("set-cookie", cookie);
  return response;
};

/** Where an answer sends on to; to a script it says so in its body. */
async function sentOnTo(response: Response, toScript: boolean): Promise<string | null> {
  if (response.status >= 300 && response.status < 400) return response.headers.get("location");
  if (!toScript) return null;
  const body = await response.clone().text();
  if (!body.startsWith('{"type":"redirect"')) return null;
  return (JSON.parse(body) as { location: string }).location;
}

const language = new AsyncLocalStorage<{ locale?: Preferences["language"] }>();
texts.overwriteServerAsyncLocalStorage(language);

/** Renders in the person's language, colours and size from the first byte, with or without JavaScript. */
const present: Handle = ({ event, resolve }) => {
  const { preferences } = event.locals;
  const transformPageChunk = ({ html }: { html: string }) => dressPage(html, preferences);
  return language.run({ locale: preferences.language }, () => resolve(event, { transformPageChunk }));
};

/** What differs stands in the first tag; nobody reads how the head is indented. */
function dressPage(html: string, { language, theme, textSize }: Preferences): string {
  const [head, body] = [html.indexOf("<head>"), html.indexOf("<body")];
  const first = html.slice(0, head);
  return (
    first.replace("%language%", language).replace("%theme%", theme).replace("%text_size%", textSize) +
    html.slice(head, body).replace(/\n[ \t]*</g, "\n<") +
    html.slice(body)
  );
}

export const handle: Handle = sequence(
  openRequest,
  keepDrawn,
  guard,
  refuseUnreadable,
  refuseNamedDefault,
  readableForms,
  recognise,
  admit,
  sayFurtherOn,
  drawToKeep,
  present,
);

/**
 * A problem keeps its status and its sentence; whatever else went wrong is logged and not shown. Without a code the
 * error page says it in its own words; the message is for the page that stands when not even that can be made.
 */
export const handleError: HandleServerError = ({ error: thrown, event, kind }) => {
  const error = asProblem(thrown);
  logDatabaseFault(thrown, { requestId: event.locals.requestId });
  const { requestId, preferences } = event.locals;
  if (error instanceof Problem) {
    const { code, status } = error.definition;
    event.locals.retryAfter = error.retryAfter;
    if (code === "form.broken_off") log.info({ requestId, path: event.url.pathname }, "the sender hung up");
    return { status, code, message: error[preferences.language], requestId };
  }
  if (kind === "unknown") log.error({ err: error, requestId, path: event.url.pathname }, "request failed");
  return { requestId, ...(kind === "unknown" && { message: "Hệ thống gặp lỗi khi dựng trang này." }) };
};
