import type { Kysely } from "kysely";
import type pg from "pg";
import type { DB } from "#db";
import type { Env } from "#env";
import { log } from "../log.ts";
import { createKysely, createPool, forPeople, forReports } from "./connect.ts";
import { checkExternal } from "./external.ts";
import type { Role } from "./keeper-messages.ts";
import { takeLease } from "./lease.ts";
import { readinessOf } from "./readiness.ts";
import { openReplica, type Replica } from "./replica.ts";

export type OpenDatabase = {
  db: Kysely<DB>;
  pool: pg.Pool;
  /** The same by a few connections of their own: what may take long keeps nobody else waiting. */
  reports: Kysely<DB>;
  reportPool: pg.Pool;
  /**
   * The same by a few connections on which each text is planned once, for lean readings and for whatever else is right with
   * one plan for all values; without them all is read the usual way.
   */
  lean?: Kysely<DB>;
  leanPool?: pg.Pool;
  /** A server that follows this one, for figures of days that are over. */
  replica?: Replica;
  /** Resolves when the database takes work, reading and writing; throws what is wrong within two seconds. */
  checkReady(): Promise<void>;
  /** Does work that may take as long as it takes, such as migrating, on a connection of its own. */
  patiently<T>(work: (pool: pg.Pool) => Promise<T>): Promise<T>;
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
export async function openDatabase(env: Where, role: Role): Promise<OpenDatabase> {
  if (!env.databaseUrl) return openEmbedded(env, role);
  await checkExternal(env.databaseUrl);
  const pools = openPools({ connectionString: env.databaseUrl }, env, role);
  const database = opened(pools, false, async () => replica?.close());
  const { databaseReplicaUrl: url, reportConnections = 2 } = env;
  const replica = url && role !== "command" ? openReplica(url, database.db, reportConnections) : undefined;
  return { ...database, replica };
}

type Where = Pick<Env, "databaseUrl" | "dataFolder"> &
  Partial<Pick<Env, "databaseReplicaUrl" | "databaseConnections" | "reportConnections">>;

async function openEmbedded(env: Where, role: Role): Promise<OpenDatabase> {
  const { dataFolder } = env;
  const lease = await takeLease(dataFolder, role, databaseLost);
  const usual = lease.cluster.startsWith(dataFolder);
  log[usual ? "debug" : "info"]({ dataFolder, cluster: lease.cluster }, "the embedded database's place");
  return opened(openPools(lease.connection, env, role), true, () => lease.release());
}

type Pools = {
  readonly config: pg.PoolConfig;
  readonly pool: pg.Pool;
  readonly reports: pg.Pool;
  readonly lean?: pg.Pool;
};

/** Each of their questions is short: a few keep the processors busy, and every one costs the memory of its plans. */
const leanConnections = 4;

/** A command takes the time it needs; what serves people does not let them wait for ever. */
function openPools(config: pg.PoolConfig, env: Where, role: Role): Pools {
  const pool = createPool(
    { ...config, max: env.databaseConnections },
    role === "command" ? undefined : forPeople,
  );
  if (role === "command") return { config, pool, reports: pool };
  return {
    config,
    pool,
    reports: createPool({ ...config, max: env.reportConnections }, forReports),
    lean: createPool({ ...config, max: leanConnections }, forPeople, { lean: true }),
  };
}

function opened(
  { config, pool, reports, lean }: Pools,
  embedded: boolean,
  release: () => Promise<void>,
): OpenDatabase {
  let closing: Promise<void> | undefined;
  const close = async () => {
    for (const each of new Set([pool, reports, ...(lean ? [lean] : [])])) {
      // The server may be gone before the last connection has noticed that it was ended.
      each.removeAllListeners("error").on("error", () => undefined);
      await each.end();
    }
    await release();
  };
  return {
    db: createKysely(pool),
    pool,
    reports: createKysely(reports),
    reportPool: reports,
    lean: lean && createKysely(lean),
    leanPool: lean,
    embedded,
    checkReady: readinessOf(config),
    patiently: (work) => patiently(config, work),
    close: () => (closing ??= close()),
  };
}

async function patiently<T>(config: pg.PoolConfig, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = createPool({ ...config, max: 1 });
  return work(pool).finally(() => pool.end());
}

/** Without a database there is nothing to serve; whoever watches over us starts us again. */
function databaseLost(error: unknown): void {
  log.fatal({ err: error }, "the embedded database was lost and could not be started again");
  process.exit(1);
}
