import { execFile } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { performOn } from "#acts/perform.ts";
import { systemClock } from "#kernel/clock.ts";
import { attachToMatter } from "#modules/attachment/server/index.ts";
import { openDatabase } from "#platform/server/database/open.ts";
import { openFiles } from "#platform/server/files/current-files.ts";
import { digestOf } from "#platform/server/files/file-store.ts";
import { projectRoot } from "#platform/server/project-root.ts";
import { plantedBytes, plantFile } from "../support/planted-files.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

// Files go with a backup and come back with it; one that is gone or was changed is named, and takes nothing else with it.

const run = promisify(execFile);
const folders: Awaited<ReturnType<typeof temporaryFolder>>[] = [];
beforeEach(async () => {
  folders.push(...(await Promise.all([1, 2, 3, 4].map(() => temporaryFolder()))));
});
afterEach(async () => {
  for (const folder of folders.splice(0)) await folder.remove();
});

type Ended = { readonly code: number; readonly told: string };

async function command(dataFolder: string, ...args: string[]): Promise<Ended> {
  const env = { PATH: process.env.PATH, DATA_DIR: dataFolder, LOG_LEVEL: "silent" };
  try {
    const { stdout, stderr } = await run(process.execPath, [join(projectRoot, "cli/main.ts"), ...args], {
      env,
    });
    return { code: 0, told: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, told: stdout + stderr };
  }
}

const bytes = plantedBytes[0]!;
const digest = digestOf(bytes);
const pathIn = (folder: string) => join(folder, "files", digest.slice(0, 2), digest);

/** A register of one place, with a file at one of its matters. */
async function registerWithFile(dataFolder: string): Promise<void> {
  await command(dataFolder, "import", join(projectRoot, "registers/mong-cai-2020.json"));
  await openFiles({ filesUrl: undefined, dataFolder }).keep(bytes);
  const { db, close } = await openDatabase({ databaseUrl: undefined, dataFolder }, "command");
  try {
    const files = [await plantFile(db, "Nghiệm thu.png", bytes)];
    const input = { recommendation: "MC-2020-0001", purpose: "evidence", files };
    await performOn(db)(attachToMatter, input, {
      actor: { kind: "system", name: "test" },
      now: systemClock(),
    });
  } finally {
    await close();
  }
}

test("files go with a backup and come back with it, each once; what is gone or changed is named", async () => {
  const [before, after, again, kept] = folders.map(({ path }) => path) as [string, string, string, string];
  await registerWithFile(before);
  expect(await command(before, "verify")).toMatchObject({ code: 0 });
  expect((await command(before, "backup", join(kept, "1.gz"))).told).toContain("1 tệp mới");
  expect((await command(before, "backup", join(kept, "2.gz"))).told).toContain("0 tệp mới");

  expect((await command(after, "restore", join(kept, "2.gz"))).told).toContain("1 tệp / files");
  expect(await command(after, "verify")).toMatchObject({ code: 0 });
  await writeFile(pathIn(after), "khác");
  const changed = await command(after, "verify");
  expect(changed).toMatchObject({ code: 1, told: expect.stringContaining("MC-2020-0001 “Nghiệm thu.png”") });
  expect(changed.told).toContain("đã khác lúc đính kèm");

  await rm(pathIn(kept));
  const lost = await command(again, "restore", join(kept, "1.gz"));
  expect(lost).toMatchObject({ code: 1, told: expect.stringContaining(digest) });
  expect((await command(again, "verify")).told).toContain("không còn ở nơi lưu tệp");
}, 180_000);
