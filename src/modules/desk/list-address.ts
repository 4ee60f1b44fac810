/** Lists and readings that are asked by their address; no form in which something is changed, no file. */
const lists: readonly string[] = [
  "/recommendations",
  "/conferences",
  "/plans",
  "/plans/against",
  "/documents",
  "/reports",
  "/reports/cases",
  "/units",
  "/administration/people",
];

/** The address of a list of this product, without the place in it where one happened to stand; else null. */
export function listAddress(typed: string): string | null {
  if (!/^\/[a-z]/.test(typed) || typed.length > 2000 || /[\s\\#]/.test(typed)) return null;
  const address = new URL(typed, "http://list");
  if (address.host !== "list" || !lists.includes(address.pathname)) return null;
  const passing = new Set(["after", "before", "page", "done", "assigned"]);
  for (const name of [...address.searchParams.keys()]) {
    if (passing.has(name) || name.startsWith("/")) address.searchParams.delete(name);
  }
  return address.pathname + address.search;
}
