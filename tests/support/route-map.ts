import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../src/routes/", import.meta.url));

/** A page's route as its folder spells it, such as `/conferences/[id]/ballot`. */
export const pageRoutes: readonly string[] = globSync("**/+page.svelte", { cwd: folder })
  .map((file) => `/${file.replace(/\/?\+page\.svelte$/, "")}`)
  .sort();

/** Parameters that choose among a few pages rather than among many of one kind. */
const choosing = new Set(["[move]", "[kind]", "[paper]", "[purpose]"]);

const patterns = pageRoutes
  .map((route) => ({ route, parts: route.split("/") }))
  // A folder with a name of its own is asked before one that takes anything, as the router does.
  .toSorted((a, b) => a.parts.filter(isParameter).length - b.parts.filter(isParameter).length);

function isParameter(part: string): boolean {
  return part.startsWith("[");
}

function matching(path: string) {
  const given = path.split("/");
  // A file to download lies beside the pages.
  if (/\.\w+$/.test(path)) return undefined;
  return patterns.find(
    ({ parts }) =>
      parts.length === given.length && parts.every((part, at) => isParameter(part) || part === given[at]),
  );
}

/** The route of the page that a path opens; undefined for what is no page. */
export function routeOf(path: string): string | undefined {
  return matching(path)?.route;
}

/** The same with the values of parameters that choose among a few pages: addresses of one kind have one name. */
export function pageOf(path: string): string | undefined {
  const given = path.split("/");
  return matching(path)
    ?.parts.map((part, at) => (choosing.has(part) ? given[at] : part))
    .join("/");
}
