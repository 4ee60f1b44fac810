import { existsSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isRoot } from "#platform/server/database/server-account.ts";
import { keeperPid, serverPid } from "../support/embedded.ts";
import { startHolder, type Holder } from "../support/holder-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

// What a power cut leaves of the files of state: each of them empty, cut in the middle, filled with zeros, or gone.

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => void (folder = await temporaryFolder()));
afterEach(() => folder.remove());

const inFolder = (name: string) => join(folder.path, name);

/** Everything ends at once, and nothing is tidied up. */
async function cutPower(holder: Holder): Promise<void> {
  for (const pid of [serverPid(folder.path), keeperPid(folder.path)]) process.kill(pid, "SIGKILL");
  await holder.kill();
}

const damage: Record<string, (path: string) => void> = {
  empty: (path) => truncateSync(path, 0),
  cut: (path) => truncateSync(path, Math.floor(readFileSync(path).length / 2)),
  zeros: (path) => writeFileSync(path, Buffer.alloc(readFileSync(path).length)),
  "something else": (path) => writeFileSync(path, '{"soc'),
  gone: (path) => rmSync(path),
};
const ofState = [
  "keeper.json",
  "keeper.lock",
  "postgres/postmaster.pid",
  "postgres/postmaster.opts",
  "postgres/PG_VERSION",
];

test("whatever is left of the files of state, it starts by itself, with all that was acknowledged", async () => {
  let holder = await startHolder(folder.path, "app");
  await holder.query("create table kept (how text)");
  for (const [how, leave] of Object.entries(damage)) {
    await holder.query(`insert into kept values ('${how}')`);
    await cutPower(holder);
    for (const path of ofState.map(inFolder)) if (existsSync(path)) leave(path);
    writeFileSync(inFolder("keeper.json.new"), '{"soc');
    holder = await startHolder(folder.path, "app");
  }
  expect(await holder.query("select how from kept")).toEqual(Object.keys(damage).map((how) => ({ how })));
  await holder.close();

  // As a cut would leave it while the files were being put in their place for the first time.
  for (const name of ["PG_VERSION", "postmaster.opts"]) rmSync(inFolder(`postgres/${name}`));
  for (const path of ["base", "global"].map((name) => inFolder(`postgres/${name}`))) {
    renameSync(path, `${path}.whole`);
    if (path.endsWith("base")) renameSync(join(`${path}.whole`, "1"), inFolder("postgres/1"));
  }
  holder = await startHolder(folder.path, "app");
  expect(await holder.query("select to_regclass('kept') as kept")).toEqual([{ kept: null }]);
  await holder.close();
});

test.skipIf(!isRoot())(
  "a pointer to the database that cannot be read is named, and no other database is made",
  async () => {
    writeFileSync(inFolder("database-elsewhere.json"), "");
    await expect(startHolder(folder.path, "app")).rejects.toMatchObject({
      message: expect.stringMatching(/database-elsewhere\.json.*\n.*database-elsewhere\.json.*/),
    });
    expect(existsSync(inFolder("postgres"))).toBe(false);
  },
);
