import type { DB } from "#db";
import { carriedOnBy } from "#modules/organization/server/index.ts";
import type { Kysely } from "kysely";

/**
 * The unit that writes on a day what is a unit's to write, or whoever stands in its place then; of several rather one of
 * those `preferred`. One that nobody carries on is left as it is.
 */
export async function writerOn(
  db: Kysely<DB>,
  unitId: string,
  day: string,
  preferred: readonly string[] = [],
): Promise<string> {
  return (await carriedOnBy(db, unitId, day, preferred)) ?? unitId;
}

/** Whether a unit is no more on a day. */
export async function endedBefore(db: Kysely<DB>, unitId: string, day: string): Promise<boolean> {
  const { until_on } = await db
    .selectFrom("unit")
    .select("until_on")
    .where("id", "=", unitId)
    .executeTakeFirstOrThrow();
  return until_on !== "infinity" && until_on < day;
}
