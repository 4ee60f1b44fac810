import { afterEach, beforeEach, expect, test } from "vitest";
import type { Role } from "#platform/server/database/keeper-messages.ts";
import { gone, keeperPid, serverPid } from "../support/embedded.ts";
import { startHolder, type Holder } from "../support/holder-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let holders: Holder[];

beforeEach(async () => {
  folder = await temporaryFolder();
  holders = [];
});

afterEach(async () => {
  await Promise.all(holders.map((holder) => holder.kill()));
  await (await hold("command")).close(); // whatever a test left running is taken over and stopped
  await folder.remove();
});

async function hold(role: Role): Promise<Holder> {
  const holder = await startHolder(folder.path, role);
  holders.push(holder);
  return holder;
}

test("when the last holder is killed, PostgreSQL and its keeper are gone within seconds", async () => {
  const app = await hold("app");
  const pids = [serverPid(folder.path), keeperPid(folder.path)];
  await app.kill();
  expect(await Promise.all(pids.map((pid) => gone(pid, 5000)))).toEqual([true, true]);
});

test("a second app is refused and told of the first; after it, one may start", async () => {
  const first = await hold("app");
  await expect(hold("app")).rejects.toMatchObject({
    message: expect.stringContaining(`(process ${first.pid})`),
    exitCode: 1,
  });
  await first.close();
  expect(await (await hold("app")).query("select 1 as one")).toEqual([{ one: 1 }]);
});

test("a command joins the running app's database and leaves it running", async () => {
  const app = await hold("app");
  await app.query("create table kept (id int)");
  const command = await hold("command");
  await command.query("insert into kept values (1)");
  await command.close();
  expect(await app.query("select id from kept")).toEqual([{ id: 1 }]);
});

test("a command that started the database does not take it from an app that came later", async () => {
  const command = await hold("command");
  const app = await hold("app");
  await command.close();
  expect(await app.query("select 1 as one")).toEqual([{ one: 1 }]);
});

test("holders that come at the same moment to a new folder share one PostgreSQL", async () => {
  const all = await Promise.all([hold("app"), hold("command"), hold("command")]);
  const ask = "select pg_postmaster_start_time()::text as started";
  const answers = await Promise.all(all.map((holder) => holder.query(ask)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
});

test("when keeper and app are killed, the next start takes over what they left, with all that was acknowledged", async () => {
  const app = await hold("app");
  await app.query("create table kept (id int)");
  await app.query("insert into kept values (7)");
  const orphan = serverPid(folder.path);
  process.kill(keeperPid(folder.path), "SIGKILL");
  await app.kill();

  const next = await hold("app");
  expect(await gone(orphan, 100)).toBe(true);
  expect(serverPid(folder.path)).not.toBe(orphan);
  expect(await next.query("select id from kept")).toEqual([{ id: 7 }]);
});

test("when only the keeper is killed, the app has a new one by itself", async () => {
  const app = await hold("app");
  const first = keeperPid(folder.path);
  process.kill(first, "SIGKILL");
  await expect.poll(() => keeperPid(folder.path), { timeout: 10_000 }).not.toBe(first);
  await expect(hold("app")).rejects.toThrow(`(process ${app.pid})`);
  // It recovers first, and says so to whoever asks meanwhile.
  await expect.poll(() => app.query("select 1 as one"), { timeout: 10_000 }).toEqual([{ one: 1 }]);
});

test("what was acknowledged is there after everything was killed at once", async () => {
  const app = await hold("app");
  await app.query("create table kept (id int)");
  await app.query("insert into kept select generate_series(1, 1000)");
  for (const pid of [serverPid(folder.path), keeperPid(folder.path)]) process.kill(pid, "SIGKILL");
  await app.kill();
  expect(await (await hold("app")).query("select count(*) from kept")).toEqual([{ count: 1000 }]);
});
