import type { RequestEvent } from "@sveltejs/kit";
import { createHash } from "node:crypto";
import { LONGEST_VALUE, missesNothing, saidInWords, shortened, type Said, type Value } from "./said.ts";
import { sentences } from "./sentences.ts";

/**
 * What was done travels once to the page on which one goes on, in a cookie that this page alone is sent: the address would
 * say it again on reload, on the way back and from a bookmark. It holds no sentence but the name of one, so that whoever
 * plants a cookie can say nothing but what the product says; and it names the session in which it was done, so that nobody says anything there
 * but the product itself, and nothing of one person is said to the next.
 */
const COOKIE = "said";
const SECONDS = 60;
/** A browser drops what is longer than 4096. */
const LONGEST = 3000;

/** Where it is said, and the place on that page where one goes on; the name tells it from the same said again. */
type Carried = Said & {
  readonly at: string;
  readonly aim: string;
  readonly id: string;
  /** By whom it was done, as `ofSession` has it; empty for what anybody may hear. */
  readonly of: string;
};

type Visit = Pick<RequestEvent, "cookies" | "url"> & {
  readonly locals: { readonly session?: { readonly id: string } | null };
};

/** Says it on the page that a path of this site opens. */
export function carrySaid({ cookies, url, locals }: Visit, said: Said, path: string): void {
  const { pathname, hash } = new URL(path, url);
  const of = ofAnyone.has(said.what) ? "" : ofSession(locals);
  const values = Object.fromEntries(
    Object.entries(said.values).map(([name, value]) => [name, shortened(value)]),
  );
  const carried: Carried = { ...said, values, at: pathname, aim: hash.slice(1), id: crypto.randomUUID(), of };
  const value = JSON.stringify(carried);
  if (encodeURIComponent(value).length > LONGEST) return;
  cookies.set(COOKIE, value, { ...attributes(url, pathname), maxAge: SECONDS });
}

/** What is said where the session begins, has ended or plays no part; none of it names anything. */
const ofAnyone: ReadonlySet<string> = new Set(["sign_in", "sign_out", "accepted_invitation", "language"]);

/** Names the session to nobody who does not know it: the same person in another browser is not told, either. */
function ofSession({ session }: Visit["locals"]): string {
  return session ? createHash("sha256").update(`said ${session.id}`).digest("base64url").slice(0, 22) : "";
}

const attributes = (url: URL, pathname: string) => ({
  // A path that cannot stand in a cookie's attribute is told by `at` alone.
  path: /[;,]/.test(pathname) ? "/" : pathname,
  httpOnly: true,
  sameSite: "lax" as const,
  secure: url.protocol === "https:",
});

/** What there is to say on the page that is asked for, in a language; asked for once, it is said no more. */
export function takeSaid(
  { cookies, url, request, locals }: Visit & Pick<RequestEvent, "request">,
  language: "vi" | "en",
): { id: string; text: string; aim: string; matter: string | null } | null {
  const text = cookies.get(COOKIE);
  // Whoever only fetches beforehand, or asks for the head alone, has not heard it.
  if (!text || request.method === "HEAD" || request.headers.get("sec-purpose")?.includes("prefetch"))
    return null;
  const read = readCarried(text);
  const carried = read && isOf(read, locals) ? read : null;
  if (carried && carried.at !== url.pathname) return null;
  // Also one that was set for every page, which would come back with each.
  for (const path of new Set(["/", url.pathname])) cookies.delete(COOKIE, attributes(url, path));
  if (!carried) return null;
  const { id, aim, what, values } = carried;
  // A matter is opened from where it is said what was done to it: a wrong press is put right there.
  const code = what.startsWith("matter_confirm") || what === "matter_found_no" ? values.code : null;
  const matter = typeof code === "string" && !url.pathname.startsWith("/recommendations/") ? code : null;
  return { id, text: saidInWords(carried, language), aim, matter };
}

/** What is to be said on the page that was asked for; to be asked before that page takes it. */
export function toBeSaidHere({
  cookies,
  url,
  request,
  locals,
}: Visit & Pick<RequestEvent, "request">): Carried | null {
  const text = request.method === "GET" ? cookies.get(COOKIE) : undefined;
  const carried = text ? readCarried(text) : null;
  return carried && carried.at === url.pathname && isOf(carried, locals) ? carried : null;
}

/**
 * The cookie by which it is said on another page of this site after all: the one that was asked for only sends on. Null where
 * that leads elsewhere.
 */
export function saidFurtherOn(
  { cookies, url }: Pick<RequestEvent, "cookies" | "url">,
  carried: Carried,
  location: string,
): string | null {
  const next = new URL(location, url);
  if (next.origin !== url.origin) return null;
  const value = JSON.stringify({ ...carried, at: next.pathname, aim: next.hash.slice(1) || carried.aim });
  return cookies.serialize(COOKIE, value, { ...attributes(url, next.pathname), maxAge: SECONDS });
}

const isOf = ({ what, of }: Carried, locals: Visit["locals"]) =>
  ofAnyone.has(what) ? of === "" : of !== "" && of === ofSession(locals);

/** A cookie is whatever its sender wrote: only what this product could have carried is read from it. */
export function readCarried(text: string): Carried | null {
  if (text.length > LONGEST) return null;
  try {
    const { what, values, at, aim, id, of } = JSON.parse(text) as Record<string, unknown>;
    const known = typeof what === "string" && Object.hasOwn(sentences, what);
    const texts = [at, aim, id, of].every((each) => typeof each === "string");
    if (!known || !texts || typeof values !== "object" || values === null) return null;
    if (!Object.values(values).every(isValue)) return null;
    const carried = { what, values, at, aim, id, of } as Carried;
    return missesNothing(carried) ? carried : null;
  } catch {
    return null;
  }
}

const isValue = (value: unknown): value is Value =>
  (typeof value === "string" && value.length <= LONGEST_VALUE) ||
  typeof value === "number" ||
  (typeof value === "object" && value !== null && "vi" in value && "en" in value && areTexts(value));

const areTexts = ({ vi, en }: { vi: unknown; en: unknown }) =>
  [vi, en].every((text) => typeof text === "string" && text.length <= LONGEST_VALUE);
