import type { DB } from "#db";
import type { Kysely } from "kysely";
import { existsOn } from "../unit.ts";
import { withHeirs, withPredecessors } from "./heirs.store.ts";

/**
 * The unit that stands in a unit's place on a day (`YYYY-MM-DD`): itself while it is there, else one that carries it on by
 * then, or that it carries on where it was not there yet. Of several `preferred` go first, then the codes decide; null where
 * there is none.
 */
export async function carriedOnBy(
  db: Kysely<DB>,
  unitId: string,
  day: string,
  preferred: readonly string[] = [],
): Promise<string | null> {
  const unit = await db
    .selectFrom("unit")
    .select(["from_on as fromOn", "until_on as untilOn"])
    .where("id", "=", unitId)
    .executeTakeFirstOrThrow();
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
  return preferred.find((id) => ids.includes(id)) ?? ids[0] ?? null;
}
