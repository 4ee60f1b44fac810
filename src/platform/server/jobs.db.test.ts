import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { testDatabase } from "../../../tests/support/database.ts";
import { daily, doWhatIsDue, hourly, repeat, type Job } from "./jobs.ts";

const { db } = await testDatabase();

const at = (instant: string) => Temporal.Instant.from(instant);

test("an hourly and a daily time, by the clock of Việt Nam", () => {
  const last = (due: Job["lastDue"], now: string) => due(at(now)).toString();
  expect(last(hourly(5), "2026-02-28T17:04:59Z")).toBe("2026-02-28T16:05:00Z");
  expect(last(hourly(5), "2026-02-28T17:05:00Z")).toBe("2026-02-28T17:05:00Z");
  expect(last(daily("02:40"), "2028-02-28T19:39:00Z")).toBe("2028-02-27T19:40:00Z");
  expect(last(daily("02:40"), "2028-02-28T19:40:00Z")).toBe("2028-02-28T19:40:00Z");
});

/** A job of every full hour, with what it did. */
function jobCalled(name: string, run: () => Promise<void> = async () => undefined) {
  const done: string[] = [];
  const job: Job = {
    name,
    lastDue: hourly(0),
    run: async () => {
      done.push(name);
      await run();
    },
  };
  return { job, done };
}

test("of several processes one does what is due; what was missed is made up for once", async () => {
  const { job, done } = jobCalled("several");
  const round = (now: string) => doWhatIsDue(db, [job], () => at(now));
  await round("2026-03-01T08:30:00Z");
  expect(done).toHaveLength(0);
  await Promise.all([1, 2, 3].map(() => round("2026-03-01T09:00:10Z")));
  expect(done).toHaveLength(1);
  await round("2026-03-01T09:59:00Z");
  expect(done).toHaveLength(1);
  await round("2026-03-01T14:20:00Z");
  await round("2026-03-01T14:21:00Z");
  expect(done).toHaveLength(2);
});

test("what failed is tried again a minute later, and keeps no other from its time", async () => {
  let faults = 1;
  const failing = jobCalled("failing", async () => {
    if (faults-- > 0) throw new Error("not this time");
  });
  const other = jobCalled("beside it");
  const round = (now: string) => doWhatIsDue(db, [failing.job, other.job], () => at(now));
  await round("2026-03-01T08:30:00Z");
  await round("2026-03-01T09:00:00Z");
  expect([failing.done.length, other.done.length]).toEqual([1, 1]);
  await round("2026-03-01T09:00:30Z");
  expect(failing.done).toHaveLength(1);
  await round("2026-03-01T09:01:00Z");
  await round("2026-03-01T09:30:00Z");
  expect([failing.done.length, other.done.length]).toEqual([2, 1]);
});

test("what a lost process took upon itself is done by another half an hour later", async () => {
  const lost = jobCalled("lost", () => new Promise(() => undefined));
  const { job, done } = jobCalled("lost");
  const round = (now: string) => doWhatIsDue(db, [job], () => at(now));
  await round("2026-03-01T08:30:00Z");
  void doWhatIsDue(db, [lost.job], () => at("2026-03-01T09:00:00Z"));
  while (lost.done.length === 0) await wait(5);
  await round("2026-03-01T09:29:00Z");
  expect(done).toHaveLength(0);
  await round("2026-03-01T09:30:00Z");
  expect(done).toHaveLength(1);
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
