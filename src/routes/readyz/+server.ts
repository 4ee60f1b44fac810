import { currentDatabase } from "#platform/server/database/current.ts";
import { logDatabaseFault } from "#platform/server/database/fault-log.ts";
import { log } from "#platform/server/log.ts";
import { isStartProblem } from "#platform/server/start-problem.ts";
import type { RequestHandler } from "./$types";

const headers = { "cache-control": "no-store" };

/** Ready means: the database takes work, writing too. A new version counts as come up only then. */
export const GET: RequestHandler = async () => {
  try {
    await currentDatabase().checkReady();
  } catch (error) {
    if (!logDatabaseFault(error, { part: "readyz" })) log.warn({ reason: String(error) }, "not ready");
    const reason = isStartProblem(error) ? error.en : "The database does not answer.";
    return new Response(`not ready: ${reason}\n`, { status: 503, headers });
  }
  return new Response("ready\n", { headers });
};
