import { setTimeout as wait } from "node:timers/promises";
import type { DB } from "#db";
import { VIETNAM, type Clock } from "#kernel/clock.ts";
import { sql, type Kysely } from "kysely";
import { logDatabaseFault } from "./database/fault-log.ts";
import { log } from "./log.ts";

/** Work done at set times, by one process at a time, however many serve. */
export type Job = {
  readonly name: string;
  /** The latest of its times, at an instant or before it. */
  readonly lastDue: (now: Temporal.Instant) => Temporal.Instant;
  readonly run: () => Promise<void>;
};

export type RunningJobs = { readonly stop: () => Promise<void> };

/** Once an hour, so many minutes after the full hour. */
export function hourly(minute: number): Job["lastDue"] {
  return (now) =>
    now
      .subtract({ minutes: minute })
      .round({ smallestUnit: "hour", roundingMode: "floor" })
      .add({ minutes: minute });
}

/** Once a day, at a time of Việt Nam. */
export function daily(time: string): Job["lastDue"] {
  return (now) => {
    const here = now.toZonedDateTimeISO(VIETNAM);
    const today = here.withPlainTime(time);
    const due = Temporal.ZonedDateTime.compare(today, here) <= 0 ? today : today.subtract({ days: 1 });
    return due.toInstant();
  };
}

const lookEvery = 30_000;
/** A process that took work upon itself and was lost keeps it no longer. */
const takenFor = { minutes: 30 };
const againAfter = { minutes: 1 };

/** Looks twice a minute for what is due. A time missed while nothing ran is made up for once. */
export function startJobs(db: Kysely<DB>, jobs: readonly Job[], clock: Clock): RunningJobs {
  return repeat("jobs", lookEvery, () => doWhatIsDue(db, jobs, clock));
}

/** One round of it. A job that fails is logged, and tried again a minute later; it keeps no other from its time. */
export async function doWhatIsDue(db: Kysely<DB>, jobs: readonly Job[], clock: Clock): Promise<void> {
  for (const job of jobs) {
    const due = job.lastDue(clock());
    if (!(await take(db, job.name, due, clock()))) continue;
    try {
      await job.run();
      await leave(db, job.name, { doneThrough: due, until: null });
    } catch (error) {
      if (!logDatabaseFault(error, { part: job.name }))
        log.error({ err: error, job: job.name }, "work at a set time failed");
      await leave(db, job.name, { until: clock().add(againAfter) });
    }
  }
}

/** Whether the work of this time is still to be done, and by this process. What was never seen before begins with its next time. */
async function take(
  db: Kysely<DB>,
  name: string,
  due: Temporal.Instant,
  now: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql`
    insert into job_run as known (name, done_through) values (${name}, ${due.toString()}::timestamptz)
    on conflict (name) do update set taken_until = ${now.add(takenFor).toString()}::timestamptz
      where known.done_through < excluded.done_through
        and coalesce(known.taken_until, '-infinity') <= ${now.toString()}::timestamptz
    returning taken_until`.execute(db);
  return rows.length > 0 && (rows[0] as { taken_until: Date | null }).taken_until !== null;
}

async function leave(
  db: Kysely<DB>,
  name: string,
  { doneThrough, until }: { doneThrough?: Temporal.Instant; until: Temporal.Instant | null },
): Promise<void> {
  await db
    .updateTable("job_run")
    .set({
      taken_until: until?.toString() ?? null,
      ...(doneThrough && { done_through: doneThrough.toString() }),
    })
    .where("name", "=", name)
    .execute();
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
