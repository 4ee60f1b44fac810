import { join } from "node:path";
import { readStateFile } from "../state-file.ts";
import { isStartProblem, startProblem, type StartProblem } from "../start-problem.ts";

/**
 * What a holder of the database is: the app, of which there is one; one of the processes that serve under it; or a command.
 * Of these two there may be many.
 */
export type Role = "app" | "server" | "command";

export type Connection = { host: string; port: number; user: string; database: string };

/** A process asks the keeper for a lease by this line; the lease lasts as long as the connection. */
export type LeaseRequest = { role: Role; pid: number };

/** The keeper's one answer. `stopping`: ask again, a new keeper will be needed. */
export type LeaseAnswer =
  | { kind: "granted"; connection: Connection; cluster: string }
  | { kind: "refused"; pid: number }
  | { kind: "failed"; vi: string; en: string }
  | { kind: "stopping" };

/** What a keeper says on its standard output to who started it, before it goes its own way. */
export type KeeperGreeting = { kind: "ready" } | { kind: "failed"; vi: string; en: string };

/** Written in the data folder for whoever comes next: where the keeper listens. */
export const addressFile = "keeper.json";
export type KeeperAddress = { socket: string; pid: number };

/** Where the keeper of a data folder listens; undefined when there is none, or nothing that can be read. */
export function readAddress(dataFolder: string): KeeperAddress | undefined {
  const address = readStateFile<Partial<KeeperAddress>>(join(dataFolder, addressFile));
  if (address === undefined || address === "unreadable" || typeof address.socket !== "string")
    return undefined;
  return address as KeeperAddress;
}

/** Kept by the keeper open and locked: the system lets go of the lock with the process, however it ends. */
export const lockFile = "keeper.lock";

export function failure(error: unknown): { kind: "failed"; vi: string; en: string } {
  if (isStartProblem(error)) return { kind: "failed", vi: error.vi, en: error.en };
  const text = error instanceof Error ? error.message : String(error);
  return {
    kind: "failed",
    vi: `Cơ sở dữ liệu kèm sẵn gặp lỗi: ${text}`,
    en: `The embedded database failed: ${text}`,
  };
}

export function problemOf(failed: { vi: string; en: string }): StartProblem {
  return startProblem(failed.vi, failed.en);
}
