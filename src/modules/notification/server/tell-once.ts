import type { DB } from "#db";
import type { Kysely } from "kysely";
import { notYetTold } from "./not-yet-told.ts";
import { notify, type NewNotification, type Telling } from "./notify.ts";
import type { Recipient } from "./people.store.ts";

/**
 * A word of the hourly run to those who have not had it from this source: all of them or none, in a transaction of its
 * own, so that after a crash the next run tells the others. Answers how many were told.
 */
export async function tellOnce(
  db: Kysely<DB>,
  people: readonly Recipient[],
  news: NewNotification,
  telling: Telling,
): Promise<number> {
  const fresh = await notYetTold(db, people, news.source);
  if (fresh.length === 0) return 0;
  return db.transaction().execute((trx) => notify(trx, fresh, news, telling));
}
