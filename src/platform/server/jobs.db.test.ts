import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { testDatabase } from "../../../tests/support/database.ts";
import { repeat, startJobs } from "./jobs.ts";

const { pool } = await testDatabase();

test("jobs are kept beside the register, start twice without harm, and stop", async () => {
  const jobs = [{ name: "nothing", cron: "0 0 1 1 *", run: async () => undefined }];
  const running = await Promise.all([startJobs(pool, jobs), startJobs(pool, jobs)]);
  const { rows } = await pool.query("select name, cron, timezone from pgboss.schedule");
  expect(rows).toEqual([{ name: "nothing", cron: "0 0 1 1 *", timezone: "Asia/Ho_Chi_Minh" }]);
  for (const each of running) await each.stop();
  expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
});

test("a round of work comes again after it failed, and none starts after the stop", async () => {
  let rounds = 0;
  const running = repeat("test", 5, async () => {
    rounds += 1;
    if (rounds === 1) throw new Error("the first fails");
  });
  while (rounds < 3) await wait(5);
  await running.stop();
  const stopped = rounds;
  await wait(40);
  expect(rounds).toBe(stopped);
});

test("stopping waits for the round that runs", async () => {
  let finished = false;
  const running = repeat("test", 5, async () => {
    await wait(50);
    finished = true;
  });
  await wait(10);
  await running.stop();
  expect(finished).toBe(true);
});
