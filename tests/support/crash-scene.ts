import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { openDatabase } from "#platform/server/database/open.ts";
import { afterEach, beforeEach } from "vitest";
import { runServer } from "./server-process.ts";
import { temporaryFolder } from "./temporary-folder.ts";

type Database = Awaited<ReturnType<typeof openDatabase>>["db"];

/** A data folder for each test, servers on it that end with the test, and its database beside them. */
export function crashScene() {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  const children: ChildProcess[] = [];
  beforeEach(async () => {
    folder = await temporaryFolder();
  });
  afterEach(async () => {
    for (const child of children.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = once(child, "close");
      child.kill("SIGTERM");
      await ended;
    }
    await folder.remove();
  });
  return {
    folder: () => folder.path,
    async serve() {
      const server = await runServer({ DATA_DIR: folder.path });
      children.push(server.child);
      return server;
    },
    /** Something on the same database, beside the server. */
    async onDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
      const database = await openDatabase({ databaseUrl: undefined, dataFolder: folder.path }, "command");
      try {
        return await work(database.db);
      } finally {
        await database.close();
      }
    },
  };
}
