import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test, type TestContext } from "vitest";
import { canRun, isRoot, unprivilegedAccount } from "#platform/server/database/server-account.ts";
import { startHolder } from "../support/holder-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => void (folder = await temporaryFolder()));
afterEach(() => folder.remove());

/** Says why on the terminal too: a test passed over in silence would look like one that passed. */
function skip(context: TestContext, reason: string): never {
  console.log(`skipped “${context.task.name}”: ${reason}`);
  return context.skip(reason);
}

const ordinary = unprivilegedAccount();

test("root, data folder inside a closed folder: the database is put elsewhere and found again", async (context) => {
  if (!isRoot()) skip(context, "only root lends PostgreSQL another account");
  chmodSync(folder.path, 0o700);
  const dataFolder = join(folder.path, "data");
  const first = await startHolder(dataFolder, "app");
  const pointer = JSON.parse(readFileSync(join(dataFolder, "database-elsewhere.json"), "utf8")) as {
    folder: string;
  };
  try {
    await first.query("create table kept (id int)");
    await first.close();
    const second = await startHolder(dataFolder, "app");
    expect(await second.query("select count(*) from kept")).toEqual([{ count: 0 }]);
    await second.close();
    expect(dirname(pointer.folder)).toBe("/var/lib/doi-thoai");
    expect(existsSync(join(dataFolder, "postgres"))).toBe(false);
  } finally {
    rmSync(pointer.folder, { recursive: true });
  }
});

test("root: PostgreSQL itself runs under an unprivileged account", async (context) => {
  if (!isRoot()) skip(context, "only root lends PostgreSQL another account");
  const holder = await startHolder(folder.path, "app");
  const pid = readFileSync(join(folder.path, "postgres", "postmaster.pid"), "utf8").split("\n")[0];
  const uid = /^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  await holder.close();
  expect(Number(uid)).toBe(ordinary.uid);
});

test("an ordinary user: everything runs as that user, and root later leaves it so", async (context) => {
  if (isRoot() && !canRun(ordinary, process.execPath))
    skip(context, "the checkout is closed to ordinary users");
  const account = isRoot() ? ordinary : {};
  if (isRoot()) chownSync(folder.path, ordinary.uid, ordinary.gid);
  const holder = await startHolder(folder.path, "app", account);
  await holder.query("create table kept (id int)");
  await holder.close();
  const later = await startHolder(folder.path, "command");
  expect(await later.query("select count(*) from kept")).toEqual([{ count: 0 }]);
  await later.close();
});

test("an ordinary user, read-only data folder: one sentence in each language", async (context) => {
  if (isRoot() && !canRun(ordinary, process.execPath))
    skip(context, "the checkout is closed to ordinary users");
  const dataFolder = join(folder.path, "data");
  mkdirSync(dataFolder, { mode: 0o555 });
  if (isRoot()) chownSync(dataFolder, ordinary.uid, ordinary.gid);
  await expect(startHolder(dataFolder, "app", isRoot() ? ordinary : {})).rejects.toMatchObject({
    message: expect.stringMatching(/^Không ghi được vào .*\nCannot write to .*$/),
    exitCode: 1,
  });
});

test("a file where the data folder should be: one sentence in each language", async () => {
  await expect(startHolder(process.execPath, "app")).rejects.toMatchObject({
    message: expect.stringMatching(/^.* không phải là thư mục\.\n.* is not a folder\.$/),
  });
});

test("a full disk: one sentence in each language, and nothing half-made", async (context) => {
  const mount = spawnSync("mount", ["-t", "tmpfs", "-o", "size=20m", "tmpfs", folder.path]);
  if (mount.status !== 0) skip(context, "a small disk cannot be mounted here");
  try {
    const dataFolder = join(folder.path, "data");
    await expect(startHolder(dataFolder, "app")).rejects.toMatchObject({
      message: expect.stringMatching(/^Ổ đĩa chứa .*\nThe disk holding .*$/),
    });
    expect(existsSync(join(dataFolder, "postgres", "PG_VERSION"))).toBe(false);
  } finally {
    execFileSync("umount", ["-l", folder.path]);
  }
});
