import type { Env } from "#env";
import { dayInVietnam, systemClock } from "#kernel/clock.ts";
import { fillStatutoryRules } from "#modules/deadline/server/index.ts";
import { remind, wordHandlers } from "#modules/notification/server/index.ts";
import { countRegisters } from "#modules/recommendation/server/index.ts";
import type { OpenDatabase } from "#platform/server/database/open.ts";
import { daily, hourly, repeat, startJobs, type Job, type RunningJobs } from "#platform/server/jobs.ts";
import { smtpMailer } from "#platform/server/mail.ts";
import { forgetDone, workOutbox, type Lane } from "#platform/server/outbox-worker.ts";

/** What a desk shows of a register is what was counted with what has changed since: the less there is of that, the sooner it is read. */
const restOfCounting = 10_000;
const restOfOutbox: Record<Lane, number> = { quick: 1_000, slow: 5_000 };
const outboxKeptFor = { hours: 30 * 24 };

/** Everything the application does of itself while it serves: pass on words, remind, tidy up. */
export async function startBackground(
  { db }: Pick<OpenDatabase, "db">,
  env: Pick<Env, "smtpUrl" | "origin">,
): Promise<RunningJobs> {
  await fillStatutoryRules(db, systemClock());
  const mailer = env.smtpUrl ? smtpMailer(env.smtpUrl, env.origin) : null;
  const handlers = wordHandlers(mailer, env.origin);
  const lanes = (["quick", "slow"] as const).map((lane) =>
    repeat(`outbox ${lane}`, restOfOutbox[lane], (isStopping) =>
      workOutbox(db, handlers, lane, systemClock, isStopping),
    ),
  );
  const counting = repeat("counting registers", restOfCounting, () =>
    countRegisters(db, dayInVietnam(systemClock())),
  );
  const jobs = startJobs(db, jobsOf(db, mailer !== null), systemClock);
  return {
    stop: async () => {
      await Promise.all([...lanes, counting, jobs].map((running) => running.stop()));
    },
  };
}

function jobsOf(db: OpenDatabase["db"], mail: boolean): Job[] {
  return [
    {
      name: "reminders",
      lastDue: hourly(5),
      run: async () => {
        const now = systemClock();
        await remind(db, dayInVietnam(now), { now, mail });
      },
    },
    {
      name: "tidy-outbox",
      lastDue: daily("02:40"),
      run: async () => {
        await forgetDone(db, systemClock().subtract(outboxKeptFor));
      },
    },
  ];
}
