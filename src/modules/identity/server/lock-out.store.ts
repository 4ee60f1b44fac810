import { createHash } from "node:crypto";
import type { DB } from "#db";
import { Problem } from "#kernel/problem.ts";
import { sql, type Kysely } from "kysely";
import { normalUsername } from "../credentials.ts";
import { FORGOTTEN_AFTER, minutesToWait } from "../lock-out.ts";
import { identityProblems as problems } from "../problems.ts";

/**
 * Counts an attempt before the password is looked at, so that a hundred at once are a hundred failures, and names
 * that do not exist wait like those that do. Answers how many minutes the name waits should the attempt fail.
 * @throws Problem `locked_out`
 */
export async function beginAttempt(db: Kysely<DB>, username: string, now: Temporal.Instant): Promise<number> {
  const name = hashOfName(username);
  const at = now.toString();
  const forgotten = new Date(now.subtract(FORGOTTEN_AFTER).epochMilliseconds);
  return db.transaction().execute(async (trx) => {
    await trx.deleteFrom("sign_in_failure").where("last_failure_at", "<", forgotten).execute();
    const { rows } = await sql<{ failures: number }>`
      insert into sign_in_failure as f (name_hash, failures, last_failure_at) values (${name}, 1, ${at})
      on conflict (name_hash) do update set failures = f.failures + 1, last_failure_at = excluded.last_failure_at
        where f.locked_until is null or f.locked_until <= ${at}
      returning f.failures`.execute(trx);
    const failures = rows[0]?.failures;
    if (failures === undefined) throw await lockedOut(trx, name, now);
    const minutes = minutesToWait(failures);
    const until = minutes > 0 ? now.add({ minutes }).toString() : null;
    await trx
      .updateTable("sign_in_failure")
      .set({ locked_until: until })
      .where("name_hash", "=", name)
      .execute();
    return minutes;
  });
}

async function lockedOut(db: Kysely<DB>, name: string, now: Temporal.Instant): Promise<Problem> {
  const row = await db
    .selectFrom("sign_in_failure")
    .select("locked_until")
    .where("name_hash", "=", name)
    .executeTakeFirst();
  const left = (row?.locked_until?.getTime() ?? 0) - now.epochMilliseconds;
  return lockedOutFor(Math.max(1, Math.ceil(left / 1000)));
}

/** Told in minutes to people, in seconds to programs. */
export function lockedOutFor(seconds: number): Problem {
  return new Problem(problems.locked_out, {
    values: { minutes: Math.ceil(seconds / 60) },
    retryAfter: seconds,
  });
}

/** The name has shown its password, or somebody with the right to has set it free. Answers whether it had failed. */
export async function forgetFailures(db: Kysely<DB>, username: string): Promise<boolean> {
  const name = hashOfName(username);
  const gone = await db.deleteFrom("sign_in_failure").where("name_hash", "=", name).executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

function hashOfName(username: string): string {
  return createHash("sha256").update(normalUsername(username)).digest("hex");
}
