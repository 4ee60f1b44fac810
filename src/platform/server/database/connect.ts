import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { DB } from "#db";
import { log } from "../log.ts";
import { PreparingClient } from "./prepared.ts";
import { typeParsers } from "./type-parsers.ts";

const connections = 10;

/** A pool of connections with our column types; days in SQL (`now()::date`) are Vietnam's. */
export function createPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    max: connections,
    application_name: "doi-thoai",
    ...config,
    Client: PreparingClient,
    types: typeParsers,
    onConnect: async (client) => {
      await client.query("set time zone 'Asia/Ho_Chi_Minh'");
    },
  });
  // One lost between two questions of a transaction refuses the next of them; unheard, it would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  // An idle connection lost (the server restarted) is replaced at the next query, which is not an error.
  pool.on("error", (error) => log.warn({ reason: error.message }, "a database connection was lost"));
  return pool;
}

export function createKysely(pool: pg.Pool): Kysely<DB> {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}
