import {
  assetsIn,
  FROM_DEVICE,
  isKeptPage,
  keptUnder,
  roomAddress,
  turnsAddress,
} from "../../room/kept-page.ts";
import type { RoomHead, RoomTurns } from "../../server/index.ts";

export type RoomPlace = { readonly person: string; readonly conference: string };
export type News = RoomTurns & { readonly head: RoomHead };

/** What others wrote meanwhile, from the server or as it was last seen; or why it cannot be known. */
export type Seen =
  | { readonly kind: "now" | "kept"; readonly news: News; readonly at: string | null }
  | { readonly kind: "offline" | "signed_out" };

/** Only over https, or on the machine itself, does a browser keep pages. */
const canKeep = () => "serviceWorker" in navigator && "caches" in window;

/**
 * Keeps this page so that it opens again without a network: its text, and the scripts, styles and fonts it needs. One
 * page at a time: a device holds no more of an office's papers than it must. Where anything is missing, what was kept
 * before stays as it was.
 */
export async function keepPage({ person, conference }: RoomPlace): Promise<void> {
  if (!canKeep()) return;
  const address = roomAddress(conference);
  await guardOnly(address);
  const response = await fetch(address, { redirect: "manual" });
  const html = await response.clone().text();
  // Somebody else may have signed in in another tab since.
  if (!response.ok || response.headers.has(FROM_DEVICE) || !html.includes(person)) return;
  const cache = await caches.open(keptUnder(person));
  const needed = assetsIn(html);
  await Promise.all(needed.map((asset) => keepAsset(cache, asset)));
  const used = usedAssets();
  await Promise.allSettled(used.map((asset) => keepAsset(cache, asset)));
  await cache.put(address, response);
  const wanted = new Set([address, turnsAddress(conference), ...needed, ...used]);
  const kept = await cache.keys();
  const stale = kept.filter(({ url }) => !wanted.has(new URL(url).pathname));
  await Promise.all(stale.map((request) => cache.delete(request, { ignoreVary: true })));
}

/** The worker answers for this page and no other. */
async function guardOnly(address: string): Promise<void> {
  const { serviceWorker } = navigator;
  await serviceWorker.register("/service-worker.js", { scope: address });
  const others = (await serviceWorker.getRegistrations()).filter(
    ({ scope }) => new URL(scope).pathname !== address,
  );
  await Promise.all(others.map((other) => other.unregister()));
}

async function keepAsset(cache: Cache, asset: string): Promise<void> {
  if (!(await cache.match(asset, { ignoreVary: true }))) await cache.add(asset);
}

/** Fonts, and whatever else the page itself does not name. */
function usedAssets(): string[] {
  return assetsIn(
    performance
      .getEntriesByType("resource")
      .map(({ name }) => name)
      .join(" "),
  );
}

/** Leaves nothing on the device of anyone but the person who is signed in; null: nobody is. */
export async function forgetOthers(person: string | null): Promise<void> {
  if (!("caches" in window)) return;
  const own = person === null ? null : keptUnder(person);
  const others = (await caches.keys()).filter((name) => isKeptPage(name) && name !== own);
  await Promise.all(others.map((name) => caches.delete(name)));
}

/** Asks what stands on the page now, and keeps the answer for a page that opens without a network. */
export async function lookAgain(place: RoomPlace): Promise<Seen> {
  const address = turnsAddress(place.conference);
  const response = await fetch(address, { redirect: "manual" }).catch(() => null);
  if (response?.type === "opaqueredirect" || response?.status === 401) return { kind: "signed_out" };
  if (!response?.ok) return { kind: "offline" };
  const kind = response.headers.has(FROM_DEVICE) ? "kept" : "now";
  const at = response.headers.get("date");
  const copy = response.clone();
  const news = (await response.json()) as News;
  if (kind === "now") await keepTurns(place, address, copy);
  return { kind, news, at };
}

/** Beside a page that is kept already; alone they would be of no use. */
async function keepTurns({ person }: RoomPlace, address: string, response: Response): Promise<void> {
  const own = response.headers.get("etag")?.includes(person);
  if (!canKeep() || !own || !(await caches.has(keptUnder(person)))) return;
  const cache = await caches.open(keptUnder(person));
  await cache.put(address, response);
}
