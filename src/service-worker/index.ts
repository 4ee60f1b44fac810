import { FROM_DEVICE, isKeptPage, keepable, verdictOn } from "#modules/conference/room/kept-page.ts";

// Opens the recording page where there is no network. Its scope is that page alone (decisions/0018): no other page
// waits for it, and it stores nothing itself; what is kept, for whom and for how long is the page's business.

/** A network that is there but answers nothing is waited for no longer than this, where there is a copy. */
const PATIENCE = 6_000;

const worker = self as unknown as ServiceWorkerGlobalScope;

worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET") return;
  const kind = keepable(new URL(event.request.url).pathname);
  if (kind === "asset") event.respondWith(asset(event.request));
  else if (kind) event.respondWith(newest(event.request));
});

async function asset(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

/** The server's answer; the device's copy where there is none in time, or only that of a gateway or of a fault. */
async function newest(request: Request): Promise<Response> {
  const copy = await caches.match(request, { ignoreSearch: true, ignoreVary: true });
  if (!copy) return fetch(request);
  const response = await Promise.race([fetch(request).catch(() => null), patience()]);
  if (!response) return fromDevice(copy);
  const verdict = verdictOn(response);
  if (verdict === "forget") await forget(request);
  return verdict === "use" ? fromDevice(copy) : response;
}

const patience = () => new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE));

/** With the headers it came with: its content security policy names the very nonce that its scripts bear. */
function fromDevice(copy: Response): Response {
  const headers = new Headers(copy.headers);
  headers.set(FROM_DEVICE, "1");
  return new Response(copy.body, { status: copy.status, headers });
}

async function forget(request: Request): Promise<void> {
  for (const name of (await caches.keys()).filter(isKeptPage)) {
    const cache = await caches.open(name);
    await cache.delete(request, { ignoreSearch: true, ignoreVary: true });
  }
}
