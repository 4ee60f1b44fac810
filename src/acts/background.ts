import type { Env } from "#env";
import { dayInVietnam, systemClock } from "#kernel/clock.ts";
import { fillStatutoryRules } from "#modules/deadline/server/index.ts";
import { remind, wordHandlers } from "#modules/notification/server/index.ts";
import type { OpenDatabase } from "#platform/server/database/open.ts";
import { repeat, startJobs, type Job, type RunningJobs } from "#platform/server/jobs.ts";
import { log } from "#platform/server/log.ts";
import { smtpMailer } from "#platform/server/mail.ts";
import { forgetDone, workOutbox, type Lane } from "#platform/server/outbox-worker.ts";

const restOfOutbox: Record<Lane, number> = { quick: 1_000, slow: 5_000 };
const outboxKeptFor = { hours: 30 * 24 };

/**
 * Everything the application does of itself while it serves: pass on words, remind, tidy up. People are served
 * also where the job queue cannot start; the log says why.
 */
export async function startBackground(
  { db, pool }: OpenDatabase,
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
  const jobs = startJobs(pool, jobsOf(db, mailer !== null)).catch((error: unknown) => {
    log.error({ err: error }, "the job queue could not be started: nobody is reminded by it");
    return null;
  });
  return {
    stop: async () => {
      await Promise.all([...lanes.map((lane) => lane.stop()), jobs.then((running) => running?.stop())]);
    },
  };
}

function jobsOf(db: OpenDatabase["db"], mail: boolean): Job[] {
  return [
    {
      name: "reminders",
      cron: "5 * * * *",
      run: async () => {
        const now = systemClock();
        await remind(db, dayInVietnam(now), { now, mail });
      },
    },
    {
      name: "tidy-outbox",
      cron: "40 2 * * *",
      run: async () => {
        await forgetDone(db, systemClock().subtract(outboxKeptFor));
      },
    },
  ];
}
