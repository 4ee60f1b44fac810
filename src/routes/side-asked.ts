import { sides, type Side } from "#modules/document/document-model.ts";

/** The side whose layout an address asks for: the government's unless it says otherwise. */
export function sideAsked<Among extends Side = Side>(
  url: URL,
  among: readonly Among[],
): Among | "government" {
  const asked = sides.find((side) => side === url.searchParams.get("side"));
  return among.find((side) => side === asked) ?? "government";
}
