/**
 * A path of this site to go on to, or null: never another host's address, however it is disguised. Browsers
 * drop tabs and line breaks, read a backslash as a slash, and resolve `/.//host`, so the path is judged after
 * it has been resolved the way a browser would.
 */
export function localPath(text: unknown): string | null {
  if (typeof text !== "string" || !text.startsWith("/") || text.length > 2000) return null;
  if (!URL.canParse(text, anywhere)) return null;
  const { origin, pathname, search, hash } = new URL(text, anywhere);
  if (origin !== anywhere || pathname.startsWith("//")) return null;
  return pathname + search + hash;
}

const anywhere = "http://this.site.invalid";
