import type { RequestEvent } from "@sveltejs/kit";
import { saidInWords, type Said, type Value } from "./said.ts";
import { sentences } from "./sentences.ts";

/**
 * What was done travels once to the page on which one goes on, in a cookie that this page alone is sent: the address would
 * say it again on reload, on the way back and from a bookmark. It holds no sentence but the name of one, so that whoever
 * plants a cookie can say nothing but what the product says.
 */
const COOKIE = "said";
const SECONDS = 60;
/** A browser drops what is longer than 4096. */
const LONGEST = 3000;

/** Where it is said, and the place on that page where one goes on; the name tells it from the same said again. */
type Carried = Said & { readonly at: string; readonly aim: string; readonly id: string };

type Visit = Pick<RequestEvent, "cookies" | "url">;

/** Says it on the page that a path of this site opens. */
export function carrySaid({ cookies, url }: Visit, said: Said, path: string): void {
  const { pathname, hash } = new URL(path, url);
  const carried: Carried = { ...said, at: pathname, aim: hash.slice(1), id: crypto.randomUUID() };
  const value = JSON.stringify(carried);
  if (encodeURIComponent(value).length > LONGEST) return;
  cookies.set(COOKIE, value, { ...attributes(url, pathname), maxAge: SECONDS });
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
  { cookies, url, request }: Visit & Pick<RequestEvent, "request">,
  language: "vi" | "en",
): { id: string; text: string; aim: string; matter: string | null } | null {
  const text = cookies.get(COOKIE);
  // Whoever only fetches beforehand has not heard it.
  if (!text || request.headers.get("sec-purpose")?.includes("prefetch")) return null;
  const carried = readCarried(text);
  if (carried && carried.at !== url.pathname) return null;
  cookies.delete(COOKIE, attributes(url, url.pathname));
  if (!carried) return null;
  const { id, aim, what, values } = carried;
  // A matter is opened from where it is said what was done to it: a wrong press is put right there.
  const code = what.startsWith("matter_confirm") || what === "matter_found_no" ? values.code : null;
  const matter = typeof code === "string" && !url.pathname.startsWith("/recommendations/") ? code : null;
  return { id, text: saidInWords(carried, language), aim, matter };
}

/** A cookie is whatever its sender wrote: only what this product could have carried is read from it. */
export function readCarried(text: string): Carried | null {
  if (text.length > LONGEST) return null;
  try {
    const { what, values, at, aim, id } = JSON.parse(text) as Record<string, unknown>;
    const known = typeof what === "string" && Object.hasOwn(sentences, what);
    const texts = [at, aim, id].every((each) => typeof each === "string");
    if (!known || !texts || typeof values !== "object" || values === null) return null;
    if (!Object.values(values).every(isValue)) return null;
    return { what, values, at, aim, id } as Carried;
  } catch {
    return null;
  }
}

const isValue = (value: unknown): value is Value =>
  typeof value === "string" ||
  typeof value === "number" ||
  (typeof value === "object" && value !== null && "vi" in value && "en" in value && areTexts(value));

const areTexts = ({ vi, en }: { vi: unknown; en: unknown }) =>
  typeof vi === "string" && typeof en === "string";
