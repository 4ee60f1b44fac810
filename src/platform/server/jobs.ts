import { setTimeout as wait } from "node:timers/promises";
import { PgBoss } from "pg-boss";
import type pg from "pg";
import { VIETNAM } from "#kernel/clock.ts";
import { logDatabaseFault } from "./database/fault-log.ts";
import { log } from "./log.ts";

/** Work done at set times, by one process at a time, however many serve. */
export type Job = {
  readonly name: string;
  /** Minute, hour, day, month, weekday: Việt Nam's time. */
  readonly cron: string;
  readonly run: () => Promise<void>;
};

export type RunningJobs = { readonly stop: () => Promise<void> };

const finishWithin = 10_000;
const housekeeping = {
  retryLimit: 2,
  retryDelay: 60,
  expireInSeconds: 30 * 60,
  deleteAfterSeconds: 3 * 86_400,
};

/**
 * Starts the jobs over the application's own connections; their tables are in the schema `pgboss`. A time missed
 * while nothing ran is made up for once.
 */
export async function startJobs(pool: pg.Pool, jobs: readonly Job[]): Promise<RunningJobs> {
  const boss = new PgBoss({
    schema: "pgboss",
    db: { executeSql: (text, values) => pool.query(text, values) },
  });
  boss.on("error", (error) => {
    if (!logDatabaseFault(asError(error), { part: "job queue" }))
      log.error({ err: error }, "the job queue met an error");
  });
  boss.on("warning", (warning) => log.warn({ warning }, "the job queue warns"));
  await boss.start();
  for (const job of jobs) await begin(boss, job);
  return { stop: () => boss.stop({ graceful: true, timeout: finishWithin, close: false }) };
}

/** The queue tells of its workers' errors as plain objects. */
function asError(told: Error): Error {
  return told instanceof Error ? told : Object.assign(new Error(), told);
}

async function begin(boss: PgBoss, { name, cron, run }: Job): Promise<void> {
  await boss.createQueue(name, { policy: "exclusive", ...housekeeping });
  await boss.work(name, { pollingIntervalSeconds: 30 }, run);
  await boss.schedule(name, cron, null, { tz: VIETNAM, missed: "once" });
}

/** Repeats a piece of work for as long as the process lives, resting between two rounds; a failed round is logged. */
export function repeat(
  name: string,
  rest: number,
  round: (isStopping: () => boolean) => Promise<unknown>,
): RunningJobs {
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = (async () => {
    while (!signal.aborted) {
      await round(() => signal.aborted).catch((error: unknown) => {
        if (!logDatabaseFault(error, { part: name }))
          log.error({ err: error, name }, "a round of work failed");
      });
      await wait(rest, undefined, { signal, ref: false }).catch(() => undefined); // woken to stop
    }
  })();
  const stop = async () => {
    stopping.abort();
    await running;
  };
  return { stop };
}
