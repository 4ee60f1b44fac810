/**
 * The keeper: a small process of its own that runs the embedded PostgreSQL for whoever holds a lease (the
 * app, commands), and stops it when the last one is gone. Started by `lease.ts`, never by hand.
 *
 *     node keeper.ts DATA_FOLDER
 */
import { existsSync, openSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { connectionTo, initialize, requireSpace, startServer, stopOrphan, stopServer } from "./cluster.ts";
import { lockFolder, type FolderLock } from "./folder-lock.ts";
import {
  addressFile,
  failure,
  readAddress,
  type KeeperAddress,
  type KeeperGreeting,
  type LeaseAnswer,
} from "./keeper-messages.ts";
import { createLeases } from "./leases.ts";
import { findPlace, type Place } from "./place.ts";
import { makeRunFolder, type RunFolder } from "./run-folder.ts";
import { folderProblem, startProblem } from "../start-problem.ts";
import { writeStateFile } from "../state-file.ts";

const firstLeaseWithin = 10_000;
const leaveWithin = 10_000;
const lockWithin = 40_000;
const largestLog = 5_000_000;
const MB = 1024 * 1024;

const dataFolder = process.argv[2] ?? "";
main().catch((error: unknown) => {
  greet(failure(folderProblem(error, dataFolder)));
  process.exit(1);
});

async function main() {
  if (!(await takeFolder(dataFolder))) return greet({ kind: "ready" }); // another keeper already serves
  requireSpace(dataFolder, MB);
  const logFile = openLog();
  const place = findPlace(dataFolder);
  const base = dirname(place.cluster);
  if (base !== dataFolder && !(await takeFolder(base))) throw sharedDatabase(base);
  const run = makeRunFolder(dataFolder, place.account);
  serve(place, run, logFile);
}

/** Serves leases until there are none. */
function serve(place: Place, run: RunFolder, logFile: number) {
  let stopping = false;
  const granted: LeaseAnswer = {
    kind: "granted",
    connection: connectionTo(run.databaseSockets),
    cluster: place.cluster,
  };
  const leases = createLeases(() => void stop(0));
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    leases.welcome(socket, async () =>
      stopping ? { kind: "stopping" } : started.then(() => granted, failure),
    );
  });
  const started = start(place, run, logFile);
  started.then(watch, () => undefined); // each who asks is told the failure; the last to leave ends us

  async function watch(database: Awaited<typeof started>) {
    database.once("exit", () => {
      if (!stopping) setTimeout(() => void stop(1), 500); // holders see the connection close and start anew
    });
  }

  async function stop(code: number) {
    if (stopping) return;
    stopping = true;
    server.close();
    rmSync(run.keeperSocket, { force: true });
    await started.then(stopServer, () => undefined);
    rmSync(join(dataFolder, addressFile), { force: true });
    rmSync(run.folder, { recursive: true, force: true });
    leases.closeAll();
    process.exit(code);
  }

  async function asked() {
    // At a machine's shutdown the app is told at the same moment: let it finish what it has begun.
    for (let waited = 0; leases.count() > 0 && waited < leaveWithin; waited += 50) await sleep(50);
    await stop(0);
  }

  process
    .on("SIGTERM", asked)
    .on("SIGINT", asked)
    .on("SIGHUP", () => undefined);
  rmSync(run.keeperSocket, { force: true }); // left by a keeper that was killed: we hold the lock
  server.listen(run.keeperSocket, () => {
    try {
      announce({ socket: run.keeperSocket, pid: process.pid });
    } catch (error) {
      greet(failure(folderProblem(error, dataFolder)));
      return void stop(1);
    }
    greet({ kind: "ready" });
    setTimeout(() => leases.count() === 0 && void stop(0), firstLeaseWithin);
  });
}

async function start(place: Place, run: RunFolder, logFile: number) {
  await stopOrphan(place.cluster);
  await initialize(place, logFile);
  for (let attempt = 1; ; attempt++) {
    try {
      return await startServer(place, run.databaseSockets, logFile);
    } catch (error) {
      // A killed server's children need a moment to notice and let go of the shared memory.
      if (attempt === 5) throw error;
      await sleep(300 * attempt);
    }
  }
}

/** False when another keeper serves this folder; waits while one is on its way out. */
async function takeFolder(folder: string): Promise<FolderLock | undefined> {
  for (let waited = 0; waited < lockWithin; waited += 50) {
    const lock = lockFolder(folder);
    if (lock) return lock;
    if (folder === dataFolder && socketExists()) return undefined;
    await sleep(50);
  }
  throw sharedDatabase(folder);
}

/** An address that cannot be read was left by a power cut: nobody listens there. */
function socketExists(): boolean {
  const address = readAddress(dataFolder);
  return address !== undefined && existsSync(address.socket);
}

function openLog(): number {
  const path = join(dataFolder, "database.log");
  if (existsSync(path) && statSync(path).size > largestLog) renameSync(path, `${path}.1`);
  return openSync(path, "a", 0o600);
}

function announce(address: KeeperAddress): void {
  writeStateFile(join(dataFolder, addressFile), JSON.stringify(address));
}

function greet(greeting: KeeperGreeting): void {
  try {
    writeSync(1, JSON.stringify(greeting) + "\n");
  } catch {
    // Who started us is gone already; nobody is left to be told.
  }
}

function sharedDatabase(folder: string) {
  return startProblem(
    `Cơ sở dữ liệu ở “${folder}” đang được một thư mục dữ liệu hoặc một máy khác dùng.`,
    `The database in “${folder}” is in use by another data folder or another machine.`,
  );
}
