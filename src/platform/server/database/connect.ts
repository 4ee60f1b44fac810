import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { DB } from "#db";
import { isCrowded, noTurnForReport } from "../act/database-problems.ts";
import { log } from "../log.ts";
import { logDatabaseFault } from "./fault-log.ts";
import { JoiningDialect } from "./joined-trips.ts";
import { preparingClients } from "./prepared.ts";
import { readinessOf } from "./readiness.ts";
import { listenFor } from "./silence.ts";
import { typeParsers } from "./type-parsers.ts";

const connections = 10;
const SECOND = 1000;

/** How long, in milliseconds, what is asked of the database may take before who waits is told something. */
export type Patience = {
  /** A statement; then the server ends it. */
  readonly statement: number;
  /** Its answer; then its connection is given up. */
  readonly answer: number;
  /** A free connection, or a new one. */
  readonly connection: number;
  /** No answer: then the server is asked beside whether it still answers anybody, for as long again. */
  readonly silence: number;
  /** What is thrown to who waited for a free connection in vain, instead of what says that all is busy. */
  readonly crowded?: string;
};

/**
 * People wait for an answer: what takes longer is told to come again. A server that takes connections and answers nothing
 * holds nobody longer than the making of a connection may take.
 */
export const forPeople: Patience = {
  statement: 30 * SECOND,
  answer: 35 * SECOND,
  connection: 10 * SECOND,
  silence: 5 * SECOND,
};

/**
 * A report of the whole nation is worth waiting for; for one's turn not longer than what stands in front waits for an
 * answer (60 s is usual there), or its words would be read instead of ours.
 */
export const forReports: Patience = {
  statement: 120 * SECOND,
  answer: 125 * SECOND,
  connection: 30 * SECOND,
  silence: 5 * SECOND,
  crowded: noTurnForReport,
};

/**
 * How long, in seconds, a connection of those is used. It decides by its first questions which plans are worth keeping, and
 * that for its whole life: of tables that have grown since, or were counted since, it would plan each list anew.
 */
const life = 15 * 60;

const listening = (config: pg.PoolConfig, { silence }: Patience) =>
  listenFor(readinessOf(config, silence), silence);

/** A lean reading is planned once in the life of a connection: planning it costs several times what reading it does. */
const leanSettings = [
  "set plan_cache_mode = force_generic_plan",
  "set jit = off",
  // No lean reading reads a whole table, however small it was when the plan was made.
  "set enable_seqscan = off",
  // It is short: to start workers for it, even for a branch that is not needed, costs more than all of it.
  "set max_parallel_workers_per_gather = 0",
];

/** A transaction that nobody goes on with is ended, and its locks with it. */
const idleInTransaction = 300 * SECOND;

/** The server ends a statement in time; where nothing at all comes back, its connection is given up a little later. */
function limits({ answer, connection }: Patience): pg.PoolConfig {
  return {
    query_timeout: answer,
    connectionTimeoutMillis: connection,
    maxLifetimeSeconds: life,
    keepAlive: true,
    pipeline: true,
  };
}

/**
 * A pool of connections with our column types; days in SQL (`now()::date`) are Vietnam's. Without `patience` anything may
 * take as long as it takes. `lean` is for texts written so that one plan is right for all their values.
 */
export function createPool(config: pg.PoolConfig, patience?: Patience, { lean = false } = {}): pg.Pool {
  const settings = [
    "set time zone 'Asia/Ho_Chi_Minh'",
    ...(patience ? [`set statement_timeout = ${patience.statement}`] : []),
    ...(patience ? [`set idle_in_transaction_session_timeout = ${idleInTransaction}`] : []),
  ];
  const pool = new pg.Pool({
    max: connections,
    application_name: "doi-thoai",
    ...(patience && limits(patience)),
    ...config,
    Client: preparingClients(patience && listening(config, patience)),
    types: typeParsers,
    onConnect: async (client) => {
      await client.query(settings.join("; "));
      if (lean && (await isOurs(client))) await client.query(leanSettings.join("; "));
    },
  });
  // One lost between two questions of a transaction refuses the next of them; unheard, it would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  // An idle connection lost (the server restarted) is replaced at the next query, which is not an error.
  pool.on("error", (error) => {
    if (!logDatabaseFault(error)) log.warn({ reason: error.message }, "a database connection was lost");
  });
  if (patience?.crowded) sayWhenCrowded(pool, patience.crowded);
  return pool;
}

/**
 * Whether the server's process behind a connection is this connection's alone. A pooler may give it to others, who would
 * inherit how we have it plan; it answers under a number of its own.
 */
async function isOurs(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  return rows[0]!.pid === (client as unknown as { processID: number }).processID;
}

function sayWhenCrowded(pool: pg.Pool, crowded: string): void {
  const connect = pool.connect.bind(pool) as (...args: unknown[]) => unknown;
  pool.connect = ((...args: unknown[]) => {
    const connected = connect(...args);
    if (!(connected instanceof Promise)) return connected;
    return connected.catch((error: unknown) => {
      throw isCrowded(error) ? new Error(crowded, { cause: error }) : error;
    });
  }) as typeof pool.connect;
}

export function createKysely(pool: pg.Pool): Kysely<DB> {
  const dialect = pool.options.pipeline ? new JoiningDialect(pool) : new PostgresDialect({ pool });
  return new Kysely<DB>({ dialect });
}
