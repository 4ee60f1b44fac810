import { DatabaseSync } from "node:sqlite";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { lockFile } from "./keeper-messages.ts";

export type FolderLock = { release(): void };

const busy = 5;
/** What SQLite says of a file that is none of its own: a power cut may leave anything. */
const notADatabase = 26;

/**
 * Takes a folder for this process alone, or answers undefined when another has it. Node has no file locks
 * of its own, but SQLite's exclusive transaction is one: the system frees it when the process ends, even by
 * SIGKILL, and a number left behind by a dead process can never be taken for a living one.
 */
export function lockFolder(folder: string): FolderLock | undefined {
  const path = join(folder, lockFile);
  const file = new DatabaseSync(path);
  try {
    file.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
    return { release: () => file.close() };
  } catch (error) {
    file.close();
    const code = (error as { errcode?: number }).errcode;
    if (code === busy) return undefined;
    if (code !== notADatabase) throw error;
    rmSync(path); // there is nothing in it to lose, and nobody can hold it
    return lockFolder(folder);
  }
}
