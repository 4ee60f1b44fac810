import type { Kysely } from "kysely";
import type pg from "pg";
import type { DB } from "#db";
import type { Env } from "#env";
import { log } from "../log.ts";
import { createKysely, createPool } from "./connect.ts";
import { checkExternal } from "./external.ts";
import type { Role } from "./keeper-messages.ts";
import { takeLease } from "./lease.ts";

export type OpenDatabase = {
  db: Kysely<DB>;
  pool: pg.Pool;
  /** Whether it is the embedded one under the data folder. */
  embedded: boolean;
  /** Ends the connections and, for the embedded database, lets go of it. Calling it twice does no harm. */
  close(): Promise<void>;
};

/**
 * Opens the database the settings name: DATABASE_URL, otherwise the embedded one under the data folder, which
 * is started when it does not run. It is not migrated here. Throws a StartProblem when it cannot be had: among
 * others when another process already is the `app` of that data folder.
 */
export async function openDatabase(
  env: Pick<Env, "databaseUrl" | "dataFolder">,
  role: Role,
): Promise<OpenDatabase> {
  if (!env.databaseUrl) return openEmbedded(env.dataFolder, role);
  await checkExternal(env.databaseUrl);
  return opened(createPool({ connectionString: env.databaseUrl }), false, async () => undefined);
}

async function openEmbedded(dataFolder: string, role: Role): Promise<OpenDatabase> {
  const lease = await takeLease(dataFolder, role, databaseLost);
  const usual = lease.cluster.startsWith(dataFolder);
  log[usual ? "debug" : "info"]({ dataFolder, cluster: lease.cluster }, "the embedded database's place");
  return opened(createPool(lease.connection), true, () => lease.release());
}

function opened(pool: pg.Pool, embedded: boolean, release: () => Promise<void>): OpenDatabase {
  let closing: Promise<void> | undefined;
  const close = async () => {
    // The server may be gone before the last connection has noticed that it was ended.
    pool.removeAllListeners("error").on("error", () => undefined);
    await pool.end();
    await release();
  };
  return { db: createKysely(pool), pool, embedded, close: () => (closing ??= close()) };
}

/** Without a database there is nothing to serve; whoever watches over us starts us again. */
function databaseLost(error: unknown): void {
  log.fatal({ err: error }, "the embedded database was lost and could not be started again");
  process.exit(1);
}
