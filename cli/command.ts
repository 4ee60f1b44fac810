import { readEnv } from "#env";
import type { OpenDatabase } from "#platform/server/database/open.ts";
import { startDatabase } from "#platform/server/start.ts";

/** What a file of this folder exports for `main.ts`. */
export type Command = {
  /** One line for the list of commands. */
  summary: string;
  /** The arguments, after the command's name; one line each, then any explanation. */
  usage: string;
  /** Results to standard output, progress to standard error; throws when it fails. */
  run(args: string[]): Promise<void>;
};

/** Runs a piece of work on the migrated database, joining the running one or starting it for that long. */
export async function withDatabase<T>(work: (database: OpenDatabase) => Promise<T>): Promise<T> {
  const database = await startDatabase(readEnv(), "command");
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** The one file name a command was given; anything else is a mistake in how it was called. */
export function onlyFile(positionals: string[]): string {
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new UsageError("Cần đúng một FILE.\nExactly one FILE is needed.");
  return file;
}

/** The command was called wrongly: told with the usage, exit code 2. */
export class UsageError extends Error {}
