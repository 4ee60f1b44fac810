import type { DB } from "#db";
import { withHeirs, withPredecessors } from "#modules/organization/server/index.ts";
import { existsOn } from "#modules/organization/unit.ts";
import type { Kysely } from "kysely";

/**
 * The unit that writes on a day (`YYYY-MM-DD`) what is a unit's to write: itself while it is there, else whoever carries it
 * on by then, or whom it carries on where it was not there yet. Of several `preferred` go first, then the codes decide. One
 * that nobody carries on is left as it is.
 */
export async function writerOn(
  db: Kysely<DB>,
  unitId: string,
  day: string,
  preferred: readonly string[] = [],
): Promise<string> {
  const unit = await daysOf(db, unitId);
  if (existsOn(unit, day)) return unitId;
  const ended = unit.untilOn !== "infinity" && unit.untilOn < day;
  const line = ended ? await withHeirs(db, [unitId]) : await withPredecessors(db, [unitId]);
  const there = await db
    .selectFrom("unit")
    .select("id")
    .where("id", "in", line)
    .where("from_on", "<=", day)
    .where("until_on", ">=", day)
    .orderBy("code")
    .execute();
  const ids = there.map(({ id }) => id);
  return preferred.find((id) => ids.includes(id)) ?? ids[0] ?? unitId;
}

/** Whether a unit is no more on a day. */
export async function endedBefore(db: Kysely<DB>, unitId: string, day: string): Promise<boolean> {
  const { untilOn } = await daysOf(db, unitId);
  return untilOn !== "infinity" && untilOn < day;
}

function daysOf(db: Kysely<DB>, unitId: string) {
  return db
    .selectFrom("unit")
    .select(["from_on as fromOn", "until_on as untilOn"])
    .where("id", "=", unitId)
    .executeTakeFirstOrThrow();
}
