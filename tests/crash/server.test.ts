import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { gone, keeperPid, serverPid } from "../support/embedded.ts";
import { notBuilt, runServer } from "../support/server-process.ts";
import { startHolder } from "../support/holder-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

if (notBuilt) console.log(`skipped “the server as a process”: ${notBuilt}`);

describe.skipIf(notBuilt)("the server as a process", () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let children: ChildProcess[];
  beforeEach(async () => {
    folder = await temporaryFolder();
    children = [];
  });
  afterEach(async () => {
    for (const child of children) if (child.exitCode === null) child.kill("SIGKILL");
    await folder.remove();
  });

  async function run(settings: NodeJS.ProcessEnv) {
    const server = await runServer({ DATA_DIR: folder.path, ...settings });
    children.push(server.child);
    return server;
  }

  test.each(["SIGINT", "SIGTERM"] as const)(
    "%s: it stops in good order, PostgreSQL with it",
    async (signal) => {
      const server = await run({});
      expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
      const pids = [serverPid(folder.path), keeperPid(folder.path)];
      server.child.kill(signal);
      expect(await server.ended).toMatchObject({ exitCode: 0 });
      expect(await Promise.all(pids.map((pid) => gone(pid, 2000)))).toEqual([true, true]);
    },
  );

  test.each([
    ["a wrong setting", { PORT: "eighty" }, "PORT is not valid"],
    ["a DATABASE_URL where nobody answers", { DATABASE_URL: "postgres://a@127.0.0.1:9/b" }, "No PostgreSQL"],
  ])("%s: two sentences, exit code 1", async (_title, settings, sentence) => {
    const { exitCode, printed } = await (await run(settings)).ended;
    expect({ exitCode, lines: printed.trim().split("\n").length }).toEqual({ exitCode: 1, lines: 2 });
    expect(printed).toContain(sentence);
  });

  test("a port in use: two sentences, exit code 1, and the database is let go of", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as { port: number };
    const { exitCode, printed } = await (await run({ PORT: String(port) })).ended;
    other.close();
    expect(exitCode).toBe(1);
    expect(printed).toMatch(/^Cổng \d+ .*\nPort \d+ is in use .*\n$/);
    expect(existsSync(join(folder.path, "postgres", "postmaster.pid"))).toBe(false);
  });

  test("a database that a newer version has migrated: two sentences, exit code 1", async () => {
    await run({}).then(async ({ child, ended }) => (child.kill("SIGTERM"), await ended));
    const holder = await startHolder(folder.path, "command");
    await holder.query("insert into schema_migration (name, checksum) values ('99990101-0000-later', '')");
    await holder.close();
    const { exitCode, printed } = await (await run({})).ended;
    expect(exitCode).toBe(1);
    expect(printed).toMatch(/^Cơ sở dữ liệu mới hơn .*\nThe database is newer .*\n$/);
  });
});
