import type { DB } from "#db";
import type { Kysely } from "kysely";
import type { Recipient } from "./people.store.ts";

/** Spares the hourly run a transaction for what was told before; the notification's key decides in the end. */
export async function notYetTold(
  db: Kysely<DB>,
  people: readonly Recipient[],
  source: string,
): Promise<readonly Recipient[]> {
  if (people.length === 0) return [];
  const ids = people.map(({ personId }) => personId);
  const rows = await db
    .selectFrom("notification")
    .select("person_id")
    .where("person_id", "in", ids)
    .where("source", "=", source)
    .execute();
  const told = new Set(rows.map(({ person_id }) => person_id));
  return people.filter(({ personId }) => !told.has(personId));
}
