import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { projectRoot } from "#platform/server/project-root.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const run = promisify(execFile);
const folders: Awaited<ReturnType<typeof temporaryFolder>>[] = [];
beforeEach(async () => {
  folders.push(await temporaryFolder(), await temporaryFolder(), await temporaryFolder());
});
afterEach(async () => {
  for (const folder of folders.splice(0)) await folder.remove();
});

async function command(dataFolder: string, ...args: string[]): Promise<string> {
  const env = { PATH: process.env.PATH, DATA_DIR: dataFolder, LOG_LEVEL: "silent" };
  const { stdout } = await run(process.execPath, [join(projectRoot, "cli/main.ts"), ...args], { env });
  return stdout;
}

const question = ["--unit", "MC", "--from", "2020-01-01", "--to", "2020-10-31", "--as-of", "2020-06-30"];

test("the figures are the same after a backup is restored into an empty database", async () => {
  const [before, after, kept] = folders.map(({ path }) => path) as [string, string, string];
  await command(before, "import", join(projectRoot, "registers/mong-cai-2020.json"));
  const report = await command(before, "report", ...question);
  expect(JSON.parse(report)).toMatchObject({ recommendations: { received: 62, done: 53, in_hand: 9 } });

  await command(before, "backup", join(kept, "all.gz"));
  await command(after, "restore", join(kept, "all.gz"));
  expect(await command(after, "report", ...question)).toBe(report);
  await expect(command(before, "restore", join(kept, "all.gz"))).rejects.toMatchObject({ code: 1 });
});
