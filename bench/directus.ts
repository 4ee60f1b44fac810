import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { besideDatabase, copyMatters, emptyBeside } from "./directus-data.ts";
import type { Bench } from "./asking.ts";

export type Directus = { readonly origin: string; readonly pid: number; readonly token: string };

/**
 * Runs what is installed in `folder` on a database of its own with the bench's matters, its token that of somebody who may read
 * and create matters, and lets `ask` ask it.
 */
export async function withDirectus<Given>(
  folder: string,
  { database }: Bench,
  ask: (directus: Directus) => Promise<Given>,
): Promise<Given> {
  const [administrator, token] = [randomBytes(16).toString("hex"), randomBytes(16).toString("hex")];
  const port = await freePort();
  const { host, port: databasePort, user, password, database: name } = besideDatabase(database.pool);
  const env = {
    PATH: pathOf(folder),
    HOST: "127.0.0.1",
    PORT: String(port),
    DB_CLIENT: "pg",
    DB_HOST: String(host),
    DB_PORT: String(databasePort ?? 5432),
    DB_USER: user,
    DB_PASSWORD: String(password ?? ""),
    DB_DATABASE: name,
    SECRET: administrator,
    ADMIN_EMAIL: "bench@example.com",
    ADMIN_PASSWORD: administrator,
    ADMIN_TOKEN: administrator,
    LOG_LEVEL: "error",
    TELEMETRY: "false",
    NODE_ENV: "production",
  };
  const program = join(folder, "node_modules", "directus", "cli.js");
  const started = { cwd: folder, env };
  await emptyBeside(database);
  await promisify(execFile)("node", [program, "bootstrap"], started);
  await copyMatters(database);
  const server = spawn("node", [program, "start"], {
    ...started,
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    const origin = `http://127.0.0.1:${port}`;
    await answers(`${origin}/server/ping`);
    await grant(origin, administrator, token);
    return await ask({ origin, pid: server.pid!, token });
  } finally {
    server.kill("SIGTERM");
    await new Promise((resolve) => server.once("close", resolve));
  }
}

/** It runs on the Node that its parts were built with: one installed beside it, or else the machine's own. */
function pathOf(folder: string): string {
  const others = (process.env.PATH ?? "").split(":").filter((part) => !part.endsWith("node_modules/.bin"));
  return [join(folder, "node_modules", ".bin"), ...others].join(":");
}

/** Both tables as collections with their history kept, and an account that may read both and create matters. */
async function grant(origin: string, administrator: string, token: string): Promise<void> {
  const send = async (method: "POST" | "PATCH", path: string, body: object) => {
    const headers = { authorization: `Bearer ${administrator}`, "content-type": "application/json" };
    const answer = await fetch(origin + path, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok)
      throw new Error(`Directus answered ${path} with ${answer.status}: ${await answer.text()}`);
    return ((await answer.json()) as { data: { id: string } }).data;
  };
  const post = (path: string, body: object) => send("POST", path, body);
  // What refers to units is seen from the tables themselves.
  for (const collection of ["units", "matters"])
    await send("PATCH", `/collections/${collection}`, { meta: { accountability: "all" } });
  const { id: role } = await post("/roles", { name: "office" });
  const { id: policy } = await post("/policies", { name: "office", roles: [{ role }] });
  // Rules for single rows need a licence: where ours judges each row, theirs only filters.
  for (const [collection, action] of [
    ["units", "read"],
    ["matters", "read"],
    ["matters", "create"],
  ])
    await post("/permissions", { collection, action, policy, permissions: {}, fields: ["*"] });
  await post("/users", { email: "office@example.com", password: token, role, token, status: "active" });
}

async function answers(address: string): Promise<void> {
  for (let second = 0; second < 120; second++) {
    if (
      await fetch(address).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await wait(1000);
  }
  throw new Error("Directus did not start within two minutes.");
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
