import { setTimeout as sleep } from "node:timers/promises";
import type { DB } from "#db";
import { uuidv7 } from "#kernel/identifier.ts";
import { Problem } from "#kernel/problem.ts";
import { sql, type Kysely } from "kysely";
import { identityProblems as problems } from "../problems.ts";

/** A whole office, at times a whole province, comes from one address: so many may fail there in a minute. */
const MOST_FAILURES = 30;
const WINDOW = 60_000;
/** While others from there are being looked at, whoever comes waits so long, so often, before being sent away. */
const PATIENCE = { pauses: 4, milliseconds: 500 };

/**
 * Looks at a secret that was typed, counted by the address it came from. Counted is what fails: the place is taken before
 * anything is looked at, so that a hundred guesses at once are a hundred, and given back when it was right.
 * @throws Problem `too_many_attempts`; whatever `look` throws
 */
export async function countedByAddress<T>(
  db: Kysely<DB>,
  address: string,
  now: Temporal.Instant,
  look: () => Promise<T>,
): Promise<T> {
  const key = `failures ${placeOf(address)}`;
  await takePlace(db, key, now);
  try {
    const seen = await look();
    await giveBack(db, key);
    return seen;
  } catch (error) {
    if (!isGuess(error)) await giveBack(db, key);
    throw error;
  }
}

const guesses: ReadonlySet<unknown> = new Set([
  problems.wrong_credentials,
  problems.wrong_current_password,
  problems.wrong_code,
  problems.code_used,
]);

function isGuess(error: unknown): boolean {
  if (!(error instanceof Problem)) return false;
  return guesses.has(error.definition) || error.definition === problems.locked_out;
}

async function takePlace(db: Kysely<DB>, key: string, now: Temporal.Instant): Promise<void> {
  for (let pause = 0; ; pause += 1) {
    const left = await placeTaken(db, key, now.add({ milliseconds: pause * PATIENCE.milliseconds }));
    if (left === 0) return;
    if (pause === PATIENCE.pauses)
      throw new Problem(problems.too_many_attempts, { retryAfter: Math.ceil(left / 1000) });
    await sleep(PATIENCE.milliseconds);
  }
}

/** Zero once a place was taken; otherwise in how many milliseconds the window ends. */
async function placeTaken(db: Kysely<DB>, key: string, now: Temporal.Instant): Promise<number> {
  const at = now.epochMilliseconds;
  const { rows } = await sql`
    insert into account_rate_limit as r (id, key, count, last_request) values (${uuidv7(now)}, ${key}, 1, ${at})
    on conflict (key) do update set
      count = case when r.last_request <= ${at - WINDOW} then 1 else r.count + 1 end,
      last_request = case when r.last_request <= ${at - WINDOW} then excluded.last_request else r.last_request end
      where r.count < ${MOST_FAILURES} or r.last_request <= ${at - WINDOW}
    returning 1`.execute(db);
  if (rows.length > 0) return 0;
  const row = await db
    .selectFrom("account_rate_limit")
    .select("last_request")
    .where("key", "=", key)
    .executeTakeFirst();
  return Math.max(1000, Number(row?.last_request ?? at) + WINDOW - at);
}

async function giveBack(db: Kysely<DB>, key: string): Promise<void> {
  await db
    .updateTable("account_rate_limit")
    .set({ count: sql`greatest(count - 1, 0)` })
    .where("key", "=", key)
    .execute();
}

/** Of an IPv6 address the part that one line of a provider has to itself. */
function placeOf(address: string): string {
  const plain = address.replace(/^::ffff:/i, "");
  if (!plain.includes(":")) return plain;
  const [head = "", tail] = plain.toLowerCase().split("::");
  const before = head.split(":").filter(Boolean);
  const after = tail?.split(":").filter(Boolean) ?? [];
  const between = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => "0");
  return [...before, ...between, ...after].slice(0, 4).join(":");
}
