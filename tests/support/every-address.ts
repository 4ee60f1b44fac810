import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../src/routes/", import.meta.url));

/** What an address is opened as. */
type Opened = "page" | "file";

/** Every route that can be opened, page or file, as its folder spells it. */
export const openedRoutes: ReadonlyMap<string, Opened> = new Map(
  globSync("**/+{page.svelte,page.server.ts,server.ts}", { cwd: folder })
    .filter((file) => !file.endsWith("+server.ts") || takesVisits(file))
    .map((file): [string, Opened] => [routeIn(file), file.endsWith("+server.ts") ? "file" : "page"])
    .toSorted(([a], [b]) => (a < b ? -1 : 1)),
);

function takesVisits(file: string): boolean {
  return /export (const|async function|function) GET\b/.test(readFileSync(folder + file, "utf8"));
}

function routeIn(file: string): string {
  return `/${file.replace(/\/?\+[^/]*$/, "")}`;
}

/**
 * By a parameter with the folders before it, such as `/conferences/[id]`: what stands there; or, where it belongs to
 * what stands before it, the addresses as far as there. A parameter that must match, such as `[ending=sheet]`, may be known
 * by itself.
 */
export type Values = Readonly<Record<string, readonly string[]>>;

/**
 * The addresses of a route. Where several parameters are free of one another they are taken turn by turn, so that each
 * value is opened and the number stays that of the longest list.
 * @throws Error for a parameter of which nothing is known
 */
export function addressesOf(route: string, values: Values): string[] {
  if (values[route]?.every((value) => value.startsWith("/"))) return [...values[route]];
  const parts = [...route.matchAll(/\[[^\]]*\]/g)].map(({ 0: part, index }) =>
    route.slice(0, index + part.length),
  );
  const lists = parts.map((upTo) => {
    const known = values[upTo] ?? values[upTo.slice(upTo.lastIndexOf("["))];
    if (!known || known.length === 0) throw new Error(`Nothing is known of what stands in ${upTo}.`);
    return known;
  });
  const longest = Math.max(1, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, turn) => {
    let address = "";
    let done = 0;
    for (const [at, upTo] of parts.entries()) {
      const value = lists[at]![turn % lists[at]!.length]!;
      const between = route.slice(done, upTo.lastIndexOf("["));
      address = value.startsWith("/") ? value : address + between + value;
      done = upTo.length;
    }
    return address + route.slice(done);
  });
}
