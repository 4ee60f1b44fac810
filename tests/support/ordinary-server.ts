import { execFileSync, spawn, type ChildProcess, type SpawnOptions } from "node:child_process";
import { appendFileSync, chownSync, existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
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

export type OrdinaryServer = { readonly url: string; stop(): Promise<void> };

/** A server of the machine's own PostgreSQL, on a port of its own, for DATABASE_URL; and its end. */
export async function startOrdinaryServer(binaries: string): Promise<OrdinaryServer> {
  return startServer(binaries, (cluster, options) => {
    execFileSync(
      join(binaries, "initdb"),
      ["-D", cluster, "-U", "office", "-E", "UTF8", "--locale=C.UTF-8", "--auth=trust"],
      options,
    );
    return Promise.resolve();
  });
}

/** One that follows another, from a copy of its files taken while it works. */
export async function startFollower(binaries: string, of: OrdinaryServer): Promise<OrdinaryServer> {
  const client = new pg.Client(of.url);
  await client.connect();
  try {
    return await startServer(binaries, async (cluster, options) => {
      const { rows } = await client.query<{ folder: string }>(
        "select current_setting('data_directory') as folder",
      );
      await client.query("select pg_backup_start('follower', true)");
      execFileSync("cp", ["-a", rows[0]!.folder, cluster], options);
      const stopped = await client.query<{ label: string }>(
        "select labelfile as label from pg_backup_stop(false)",
      );
      rmSync(join(cluster, "postmaster.pid"));
      const written = { backup_label: stopped.rows[0]!.label, "standby.signal": "" };
      for (const [name, text] of Object.entries(written)) {
        writeFileSync(join(cluster, name), text);
        // The server opens them for writing.
        if (isRoot()) chownSync(join(cluster, name), unprivilegedAccount().uid, unprivilegedAccount().gid);
      }
      appendFileSync(join(cluster, "postgresql.auto.conf"), `primary_conninfo = '${of.url}'\n`);
    });
  } finally {
    await client.end();
  }
}

type Options = SpawnOptions & { readonly cwd: string; readonly stdio: "ignore" };

async function startServer(
  binaries: string,
  make: (cluster: string, options: Options) => Promise<void>,
): Promise<OrdinaryServer> {
  const folder = await temporaryFolder();
  const account = isRoot() ? unprivilegedAccount() : {};
  if (isRoot()) chownSync(folder.path, unprivilegedAccount().uid, unprivilegedAccount().gid);
  const cluster = join(folder.path, "cluster");
  const options: Options = { ...account, cwd: folder.path, stdio: "ignore" };
  await make(cluster, options);

  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const settings = ["listen_addresses=127.0.0.1", "fsync=off"].flatMap((setting) => ["-c", setting]);
  const args = ["-D", cluster, "-k", folder.path, "-p", String(port), ...settings];
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
