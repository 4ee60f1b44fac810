const lists = ["/recommendations", "/conferences", "/plans", "/documents", "/reports"];

/** The address of a list of this product, without the place in it where one happened to stand; else null. */
export function listAddress(typed: string): string | null {
  if (!/^\/[a-z]/.test(typed) || typed.length > 2000 || /[\s\\#]/.test(typed)) return null;
  const address = new URL(typed, "http://list");
  if (address.host !== "list" || !isList(address.pathname)) return null;
  const passing = new Set(["after", "before", "page", "done", "assigned"]);
  for (const name of [...address.searchParams.keys()]) {
    if (passing.has(name) || name.startsWith("/")) address.searchParams.delete(name);
  }
  return address.pathname + address.search;
}

/** A list itself, or one of the readings below it; no form in which something is changed, no file. */
function isList(path: string): boolean {
  return lists.includes(path) || ["/plans/against", "/reports/cases"].includes(path);
}
