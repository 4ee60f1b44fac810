import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { DB } from "#db";
import { log } from "../log.ts";
import { logDatabaseFault } from "./fault-log.ts";
import { preparingClients } from "./prepared.ts";
import { typeParsers } from "./type-parsers.ts";

const connections = 10;
const SECOND = 1000;

/** How long, in milliseconds, a statement may take, its answer be waited for, and a free connection be waited for. */
export type Patience = { readonly statement: number; readonly answer: number; readonly connection: number };

/** People wait for an answer: what takes longer is told to come again. */
export const forPeople: Patience = { statement: 30 * SECOND, answer: 35 * SECOND, connection: 10 * SECOND };
/** A report of the whole nation is worth waiting for, also for one's turn. */
export const forReports: Patience = {
  statement: 120 * SECOND,
  answer: 125 * SECOND,
  connection: 60 * SECOND,
};

/** A transaction that nobody goes on with is ended, and its locks with it. */
const idleInTransaction = 300 * SECOND;

/** The server ends a statement in time; where nothing at all comes back, its connection is given up a little later. */
function limits({ answer, connection }: Patience): pg.PoolConfig {
  return { query_timeout: answer, connectionTimeoutMillis: connection, keepAlive: true };
}

/**
 * A pool of connections with our column types; days in SQL (`now()::date`) are Vietnam's. Without `patience` anything may
 * take as long as it takes.
 */
export function createPool(config: pg.PoolConfig, patience?: Patience): pg.Pool {
  const settings = [
    "set time zone 'Asia/Ho_Chi_Minh'",
    ...(patience ? [`set statement_timeout = ${patience.statement}`] : []),
    ...(patience ? [`set idle_in_transaction_session_timeout = ${idleInTransaction}`] : []),
  ];
  const pool = new pg.Pool({
    max: connections,
    application_name: "doi-thoai",
    ...config,
    ...(patience && limits(patience)),
    Client: preparingClients(),
    types: typeParsers,
    onConnect: async (client) => {
      await client.query(settings.join("; "));
    },
  });
  // One lost between two questions of a transaction refuses the next of them; unheard, it would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  // An idle connection lost (the server restarted) is replaced at the next query, which is not an error.
  pool.on("error", (error) => {
    if (!logDatabaseFault(error)) log.warn({ reason: error.message }, "a database connection was lost");
  });
  return pool;
}

export function createKysely(pool: pg.Pool): Kysely<DB> {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}
