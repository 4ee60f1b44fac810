import { sql } from "kysely";
import { currentDatabase } from "#platform/server/database/current.ts";
import { log } from "#platform/server/log.ts";
import type { RequestHandler } from "./$types";

const headers = { "cache-control": "no-store" };

/** Ready means: the database answers. A balancer sends people here only then. */
export const GET: RequestHandler = async () => {
  try {
    await sql`select 1`.execute(currentDatabase().db);
  } catch (error) {
    log.warn({ err: error }, "the database does not answer");
    return new Response("database not ready\n", { status: 503, headers });
  }
  return new Response("ready\n", { headers });
};
