import type { Env } from "#env";
import { setCurrentDatabase } from "./database/current.ts";
import type { Role } from "./database/keeper-messages.ts";
import { migrate } from "./database/migrate.ts";
import { openDatabase, type OpenDatabase } from "./database/open.ts";
import { setCurrentFiles } from "./files/current-files.ts";
import { log } from "./log.ts";

/**
 * Opens the database, brings it to this version and makes it this process's current one: what the server
 * entry, the development server and every command begin with. Throws a StartProblem.
 */
export async function startDatabase(env: Env, role: Role): Promise<OpenDatabase> {
  const database = await openDatabase(env, role);
  try {
    const applied = await database.patiently(migrate);
    if (applied.length > 0) log.info({ applied }, "database migrated");
  } catch (error) {
    await database.close();
    throw error;
  }
  setCurrentDatabase(database);
  setCurrentFiles(env);
  return database;
}
