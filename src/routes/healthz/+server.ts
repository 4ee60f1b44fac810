import type { RequestHandler } from "./$types";

/** The process answers. Asks nobody else: a slow database must not get a live process killed. */
export const GET: RequestHandler = () => new Response("ok\n", { headers: { "cache-control": "no-store" } });
