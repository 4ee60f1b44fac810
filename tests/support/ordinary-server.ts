import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { chownSync, existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { isRoot, unprivilegedAccount } from "#platform/server/database/server-account.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** The oldest usable PostgreSQL that the machine itself has (Debian's folders), if any. */
export function systemPostgres(): string | undefined {
  const versions = "/usr/lib/postgresql";
  if (!existsSync(versions)) return undefined;
  const usable = readdirSync(versions)
    .map(Number)
    .filter((version) => version >= 15);
  const folders = usable.sort((a, b) => a - b).map((version) => join(versions, String(version), "bin"));
  return folders.find((folder) => existsSync(join(folder, "initdb")));
}

/** A server of the machine's own PostgreSQL, on a port of its own, for DATABASE_URL; and its end. */
export async function startOrdinaryServer(binaries: string): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = await temporaryFolder();
  const account = isRoot() ? unprivilegedAccount() : {};
  if (isRoot()) chownSync(folder.path, unprivilegedAccount().uid, unprivilegedAccount().gid);
  const cluster = join(folder.path, "cluster");
  const options = { ...account, cwd: folder.path, stdio: "ignore" as const };
  execFileSync(
    join(binaries, "initdb"),
    ["-D", cluster, "-U", "office", "-E", "UTF8", "--locale=C.UTF-8", "--auth=trust"],
    options,
  );

  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const args = [
    "-D",
    cluster,
    "-k",
    folder.path,
    "-p",
    String(port),
    "-c",
    "listen_addresses=127.0.0.1",
    "-c",
    "fsync=off",
  ];
  const server = spawn(join(binaries, "postgres"), args, options);
  const stop = async () => {
    await stopServer(server);
    rmSync(folder.path, { recursive: true, force: true });
  };
  const url = `postgres://office@127.0.0.1:${port}/postgres`;
  try {
    await answering(url);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

async function answering(url: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const client = new pg.Client(url);
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (attempt === 100) throw error;
      await sleep(100);
    }
  }
}

async function stopServer(server: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => server.once("exit", resolve));
  if (server.exitCode !== null || !server.kill("SIGINT")) return;
  await ended;
}
