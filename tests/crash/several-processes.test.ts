import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { gone, serverPid } from "../support/embedded.ts";
import { notBuilt, runServer, type ServerProcess } from "../support/server-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

if (notBuilt) console.log(`skipped “several serving processes”: ${notBuilt}`);

/** The processes that serve under another; the database's keeper has a program of its own. */
function servingUnder(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
  return children
    .map(Number)
    .filter((child) => readFileSync(`/proc/${child}/cmdline`, "utf8").includes("serve.ts"));
}

describe.skipIf(notBuilt)("several serving processes", () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let server: ServerProcess | undefined;
  beforeEach(async () => {
    folder = await temporaryFolder();
  });
  afterEach(async () => {
    if (server?.child.exitCode === null) server.child.kill("SIGKILL");
    await folder.remove();
  });

  const run = async (settings: NodeJS.ProcessEnv = {}) =>
    (server = await runServer({ DATA_DIR: folder.path, WEB_CONCURRENCY: "2", ...settings }));

  test("share a port and the embedded database, one that is killed is followed by another, and all stop together", async () => {
    const { address, child, ended } = await run();
    const first = servingUnder(child.pid!);
    expect(first).toHaveLength(2);
    process.kill(first[0]!, "SIGKILL");
    await expect
      .poll(() => servingUnder(child.pid!).filter((pid) => !first.includes(pid)), { timeout: 20_000 })
      .toHaveLength(1);
    for (let n = 0; n < 8; n++) {
      const answer = await fetch(`${address}/readyz`, { headers: { connection: "close" } });
      expect(answer.status).toBe(200);
    }
    const pids = [...servingUnder(child.pid!), serverPid(folder.path)];
    child.kill("SIGTERM");
    expect(await ended).toMatchObject({ exitCode: 0 });
    expect(await Promise.all(pids.map((pid) => gone(pid, 2000)))).toEqual(pids.map(() => true));
  });

  test("whose one above is killed end by themselves, and let go of the database", async () => {
    const { child } = await run();
    const pids = [...servingUnder(child.pid!), serverPid(folder.path)];
    child.kill("SIGKILL");
    expect(await Promise.all(pids.map((pid) => gone(pid, 10_000)))).toEqual(pids.map(() => true));
  });

  test("that cannot start: two sentences once, exit code 1", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as { port: number };
    const { ended } = await run({ PORT: String(port) });
    expect(await ended).toMatchObject({
      exitCode: 1,
      printed: expect.stringMatching(/^Cổng \d+ .*\nPort \d+ is in use .*\n$/),
    });
    other.close();
  });
});
