import { randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import pg from "pg";
import { afterAll, inject } from "vitest";
import type { DB } from "#db";
import { createKysely, createPool } from "#platform/server/database/connect.ts";
import { template } from "./database-server.ts";

export type TestDatabase = { db: Kysely<DB>; pool: pg.Pool };

/**
 * A migrated, otherwise empty database for this test file alone, dropped at its end. Call it once at the top
 * of a `*.db.test.ts` file: `const { db, pool } = await testDatabase();`
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject("databaseServer");
  const database = `test_${randomBytes(6).toString("hex")}`;
  await once(server, `create database ${database} template ${template}`);
  const pool = createPool({ ...server, database });
  afterAll(async () => {
    await pool.end();
    await once(server, `drop database ${database} with (force)`);
  });
  return { db: createKysely(pool), pool };
}

async function once(server: pg.ClientConfig, sql: string): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
