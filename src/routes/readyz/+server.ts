import { Problem } from "#kernel/problem.ts";
import { asProblem } from "#platform/server/act/database-problems.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { logDatabaseFault } from "#platform/server/database/fault-log.ts";
import type { RequestHandler } from "./$types";

const headers = { "cache-control": "no-store" };

/** Ready means: the database takes work, writing too. A new version counts as come up only then. */
export const GET: RequestHandler = async () => {
  try {
    await currentDatabase().checkReady();
  } catch (error) {
    logDatabaseFault(error, { part: "readyz" });
    const problem = asProblem(error);
    const reason = problem instanceof Problem ? problem.en : String(error);
    return new Response(`not ready: ${reason}\n`, { status: 503, headers });
  }
  return new Response("ready\n", { headers });
};
