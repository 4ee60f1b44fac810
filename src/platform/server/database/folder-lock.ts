import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";
import { lockFile } from "./keeper-messages.ts";

export type FolderLock = { release(): void };

const busy = 5;

/**
 * Takes a folder for this process alone, or answers undefined when another has it. Node has no file locks
 * of its own, but SQLite's exclusive transaction is one: the system frees it when the process ends, even by
 * SIGKILL, and a number left behind by a dead process can never be taken for a living one.
 */
export function lockFolder(folder: string): FolderLock | undefined {
  const file = new DatabaseSync(join(folder, lockFile));
  try {
    file.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
    return { release: () => file.close() };
  } catch (error) {
    file.close();
    if ((error as { errcode?: number }).errcode === busy) return undefined;
    throw error;
  }
}
