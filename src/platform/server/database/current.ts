import type { OpenDatabase } from "./open.ts";
import { recordingDatabase } from "./recorded.ts";

/**
 * The one database of this process. The server entry opens it; the built bundle, which carries its own copies
 * of our modules, finds it here: a registered symbol is the same in both.
 */
const slot = Symbol.for("doi-thoai.database");
type Holder = { [slot]?: OpenDatabase };

export function setCurrentDatabase(database: OpenDatabase): void {
  (globalThis as Holder)[slot] = database;
}

/** Throws when no database has been set: that is a fault in the start-up order, not a state to handle. */
export function currentDatabase(): OpenDatabase {
  const database = (globalThis as Holder)[slot];
  if (!database) throw new Error("The database was asked for before it was opened.");
  const recording = recordingDatabase();
  // Whoever reads over other connections reads over this one too, or would not be recorded.
  if (!recording) return database;
  const { db, lean } = recording;
  return { ...database, db, reports: db, lean };
}

export function hasCurrentDatabase(): boolean {
  return (globalThis as Holder)[slot] !== undefined;
}
