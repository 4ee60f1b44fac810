import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { addressFile, type KeeperAddress } from "#platform/server/database/keeper-messages.ts";
import { isAlive } from "#platform/server/database/process.ts";

/** The process that keeps the folder's database. */
export function keeperPid(folder: string): number {
  return (JSON.parse(readFileSync(join(folder, addressFile), "utf8")) as KeeperAddress).pid;
}

/** The PostgreSQL of the folder. */
export function serverPid(folder: string): number {
  return Number(readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
}

/** Waits until the process is gone; false when it is still there after the time. */
export async function gone(pid: number, withinMilliseconds: number): Promise<boolean> {
  for (let waited = 0; waited < withinMilliseconds; waited += 50) {
    if (!isAlive(pid)) return true;
    await sleep(50);
  }
  return false;
}
