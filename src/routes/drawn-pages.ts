import { recognisedBySession } from "#modules/identity/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { setCurrentPages } from "#platform/server/drawn/current-pages.ts";
import { drawnPages, type Told } from "#platform/server/drawn/drawn-pages.ts";
import { choices } from "#ui/preferences.ts";
import type { RequestEvent } from "@sveltejs/kit";
import type { Handle } from "@sveltejs/kit/hooks";

/**
 * Opening them does nothing, and nothing on them depends on a clock but the day, nor on cookies but who reads and how pages are
 * to be shown.
 */
const paths: ReadonlySet<string> = new Set(["/recommendations", "/desk"]);

const preference = new RegExp(`^ *"?(?:${Object.keys(choices).join("|")})"? *=`);

const pages = drawnPages({
  paths,
  async recognise(cookies, now) {
    const recognised = await recognisedBySession(currentDatabase().db, cookies, now);
    return recognised && { ...recognised, who: recognised.who.actor };
  },
  shownAs: (cookies) =>
    cookies
      .split(";")
      .filter((one) => preference.test(one))
      .join(";"),
});
setCurrentPages(pages);

const toldOf = new WeakMap<App.Locals, Told>();

/** Draws a page that is asked for again so that it can be kept. */
export const drawToKeep: Handle = async ({ event, resolve }) => {
  const cookies = event.request.headers.get("cookie");
  const { actor } = event.locals;
  if (!cookies || !actor || !mayBeKept(event)) return resolve(event);
  const asked = { href: event.url.href, cookies };
  const { done, told } = await pages.drawn(asked, actor, async () => resolve(event));
  if (told) toldOf.set(event.locals, told);
  return done;
};

/** Keeps it with all its headers. */
export const keepDrawn: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  const told = toldOf.get(event.locals);
  return told ? pages.keep(told, response, event.locals.formKey) : response;
};

function mayBeKept({ request, isDataRequest, url, cookies }: RequestEvent): boolean {
  return (
    request.method === "GET" &&
    !isDataRequest &&
    paths.has(url.pathname) &&
    // What was just done is said once.
    cookies.get("said") === undefined
  );
}
