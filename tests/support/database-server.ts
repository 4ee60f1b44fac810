import type { TestProject } from "vitest/node";
import { createPool } from "#platform/server/database/connect.ts";
import type { Connection } from "#platform/server/database/keeper-messages.ts";
import { migrate } from "#platform/server/database/migrate.ts";
import { openDatabase } from "#platform/server/database/open.ts";
import { temporaryFolder } from "./temporary-folder.ts";

declare module "vitest" {
  interface ProvidedContext {
    databaseServer: Connection;
  }
}

/** The migrated database that each test file's own is copied from. */
export const template = "migrated";

/** Starts one embedded PostgreSQL for all test files, with a migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await temporaryFolder();
  const database = await openDatabase({ databaseUrl: undefined, dataFolder: folder.path }, "command");
  const stop = async () => {
    await database.close();
    await folder.remove();
  };
  try {
    const { host, port, user } = database.pool.options as Connection;
    await database.pool.query(`create database ${template}`);
    await migrateTemplate({ host, port, user, database: template });
    project.provide("databaseServer", { host, port, user, database: database.pool.options.database! });
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

async function migrateTemplate(connection: Connection): Promise<void> {
  const pool = createPool(connection);
  try {
    await migrate(pool);
  } finally {
    await pool.end();
  }
}
