import { spawn, type ChildProcess } from "node:child_process";
import { chownSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { statfsSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { inheritedEnvironment } from "#env";
import { diskFull, startProblem } from "../start-problem.ts";
import { isRoot } from "./server-account.ts";
import { syncPath, unreadableState, writeStateFile } from "../state-file.ts";
import { isAlive, runsProgram } from "./process.ts";
import type { Place } from "./place.ts";

const databaseName = "doi_thoai";
const databaseUser = "doi_thoai";
const port = 5432;

/** Settings for an old office PC; everything that protects what was acknowledged keeps its default: on. */
const settings = {
  listen_addresses: "",
  port: String(port),
  unix_socket_permissions: "0700",
  max_connections: "60",
  shared_buffers: "128MB",
  effective_cache_size: "1GB",
  work_mem: "8MB",
  maintenance_work_mem: "64MB",
  max_wal_size: "512MB",
  random_page_cost: "1.5",
  jit: "off",
  timezone: "Asia/Ho_Chi_Minh",
  log_timezone: "Asia/Ho_Chi_Minh",
  log_checkpoints: "off",
  cluster_name: "doi-thoai",
};

const MB = 1024 * 1024;

/** Makes the cluster's files when there are none. A half-made cluster never counts as made. */
export async function initialize(place: Place, logFile: number): Promise<void> {
  const made = isMade(place.cluster);
  requireSpace(place.cluster, made ? 32 * MB : 160 * MB);
  if (made) return;
  // Made beside and renamed at the end when possible; inside the given folder only its owner may rename.
  const draft = join(place.cluster, "draft");
  rmSync(draft, { recursive: true, force: true });
  const args = [
    "-D",
    draft,
    "-U",
    databaseUser,
    "-E",
    "UTF8",
    "--locale-provider=builtin",
    "--locale=C.UTF-8",
  ];
  const code = await finished(run(place, place.binaries.initdb, [...args, "--auth=trust"], logFile));
  if (code !== 0) throw startFailure(place);
  adopt(draft, place.cluster);
}

/**
 * Whether there is a cluster. Where a server has run already, a version that is lost or empty is no reason to make
 * another: it is taken again from the first of its databases, which has it too.
 */
function isMade(cluster: string): boolean {
  const version = join(cluster, "PG_VERSION");
  if (isVersion(version)) return true;
  if (!hasRun(cluster)) return false;
  const kept = join(cluster, "base", "1", "PG_VERSION");
  if (!isVersion(kept))
    throw unreadableState(version, "Hãy khôi phục từ bản sao lưu.", "Restore from a backup.");
  const { uid, gid } = statSync(cluster);
  writeStateFile(version, readFileSync(kept, "utf8"));
  if (isRoot()) chownSync(version, uid, gid);
  return true;
}

const isVersion = (path: string) => existsSync(path) && /^\d+\n$/.test(readFileSync(path, "utf8"));

/** A server leaves its options behind; the databases that initdb makes have the first numbers, ours has a later one. */
function hasRun(cluster: string): boolean {
  if (existsSync(join(cluster, "postmaster.opts"))) return true;
  const databases = join(cluster, "base");
  return existsSync(databases) && readdirSync(databases).some((name) => Number(name) >= 16_384);
}

/** PG_VERSION goes last, when all else is on the disk: it is what says that the cluster is whole. */
function adopt(draft: string, cluster: string): void {
  const names = readdirSync(draft).filter((name) => name !== "PG_VERSION");
  for (const name of names) {
    // Left by an attempt that was cut off here; no server has ever run on it.
    rmSync(join(cluster, name), { recursive: true, force: true });
    renameSync(join(draft, name), join(cluster, name));
  }
  syncPath(cluster);
  renameSync(join(draft, "PG_VERSION"), join(cluster, "PG_VERSION"));
  rmSync(draft, { recursive: true });
  syncPath(cluster);
}

/** Starts PostgreSQL and waits until it answers and holds our database. */
export async function startServer(place: Place, sockets: string, logFile: number): Promise<ChildProcess> {
  const options = Object.entries({ ...settings, unix_socket_directories: sockets });
  const args = ["-D", place.cluster, ...options.flatMap(([name, value]) => ["-c", `${name}=${value}`])];
  const server = run(place, place.binaries.postgres, args, logFile);
  const ended = finished(server).then(() => "ended" as const);
  for (;;) {
    if (await answers(sockets)) break;
    if ((await Promise.race([ended, sleep(20)])) === "ended") throw startFailure(place);
  }
  await createDatabase(sockets);
  return server;
}

/** Asks for a fast shutdown (open work is rolled back, the files are left whole) and waits for it. */
export async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = finished(server);
  server.kill("SIGINT");
  await ended;
}

/**
 * Stops the server that a killed keeper left running on this cluster. The caller holds the data folder's
 * lock, so nobody else can rightly be using it.
 */
export async function stopOrphan(cluster: string): Promise<void> {
  const pidFile = join(cluster, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  // Empty or half-written, as a power cut leaves it: PostgreSQL would take it for somebody's.
  if (!Number.isSafeInteger(pid) || pid <= 0) return rmSync(pidFile);
  if (!isAlive(pid)) return;
  // After a restart of the machine the number may be another program's; PostgreSQL would then refuse to start.
  if (!runsProgram(pid, "postgres", cluster)) return rmSync(pidFile);
  process.kill(pid, "SIGINT");
  for (let waited = 0; isAlive(pid); waited += 20) {
    if (waited > 30_000) throw stubbornServer(pid);
    await sleep(20);
  }
}

/** How a client reaches the server. */
export function connectionTo(sockets: string, database = databaseName) {
  return { host: sockets, port, user: databaseUser, database };
}

function run(place: Place, program: string, args: string[], logFile: number): ChildProcess {
  const env = { ...inheritedEnvironment(), LC_ALL: "C" };
  const stdio: ["ignore", number, number] = ["ignore", logFile, logFile];
  return spawn(program, args, { ...place.account, cwd: place.cluster, env, stdio });
}

function finished(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once("error", () => resolve(null));
    child.once("exit", (code) => resolve(code));
  });
}

async function answers(sockets: string): Promise<boolean> {
  return asking(sockets, (client) => client.query("select 1")).then(
    () => true,
    () => false,
  );
}

function createDatabase(sockets: string): Promise<void> {
  return asking(sockets, async (client) => {
    const found = await client.query("select 1 from pg_database where datname = $1", [databaseName]);
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`);
  });
}

async function asking<T>(sockets: string, question: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connectionTo(sockets, "postgres"));
  client.on("error", () => undefined); // the question itself reports a lost connection
  await client.connect();
  try {
    return await question(client);
  } finally {
    await client.end();
  }
}

/** @throws StartProblem when the disk has less room than that */
export function requireSpace(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < bytes) throw diskFull(folder);
}

function startFailure(place: Place) {
  return startProblem(
    `PostgreSQL không khởi động được; lý do ở tệp database.log trong thư mục dữ liệu (cơ sở dữ liệu: “${place.cluster}”).`,
    `PostgreSQL did not start; the reason is in database.log in the data folder (database: “${place.cluster}”).`,
  );
}

function stubbornServer(pid: number) {
  return startProblem(
    `Một PostgreSQL cũ (tiến trình ${pid}) đang giữ cơ sở dữ liệu và không chịu dừng.`,
    `An old PostgreSQL (process ${pid}) holds the database and does not stop.`,
  );
}
