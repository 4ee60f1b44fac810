import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { startProblem } from "./start-problem.ts";

/**
 * Writes a file so that a power cut leaves the old one or the new one, never half of one: on the disk before it has its
 * name, and the name on the disk before anybody relies on it.
 */
export function writeStateFile(path: string, content: string): void {
  const file = openSync(`${path}.new`, "w", 0o644);
  try {
    writeSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.new`, path);
  syncPath(dirname(path));
}

/** Brings a file, or a folder's names, to the disk. Where a folder cannot be opened (Windows) the system looks after that. */
export function syncPath(path: string): void {
  if (process.platform === "win32") return;
  const opened = openSync(path, "r");
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** The object that a file of state holds; undefined when there is none, "unreadable" when it is something else. */
export function readStateFile<T extends object>(path: string): T | undefined | "unreadable" {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as T) : "unreadable";
  } catch {
    return "unreadable";
  }
}

/** A file of state that cannot be made again from what else is there. */
export function unreadableState(path: string, vi: string, en: string) {
  return startProblem(
    `Tệp “${path}” trống hoặc bị hỏng (có thể do mất điện). ${vi}`,
    `The file “${path}” is empty or damaged (perhaps by a power cut). ${en}`,
  );
}
