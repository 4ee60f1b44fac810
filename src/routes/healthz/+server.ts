import type { RequestHandler } from "./$types";

/**
 * The process answers. Asks nobody else: a balancer that took us out while the database is away would take out all of us,
 * and people would read its error instead of our sentence. A slow database must not get a live process killed either.
 */
export const GET: RequestHandler = () => new Response("ok\n", { headers: { "cache-control": "no-store" } });
