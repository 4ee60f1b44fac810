import type { DB } from "#db";
import { withHeirs } from "#modules/organization/server/index.ts";
import type { Kysely } from "kysely";

/** The units that work on a keeper's matters today: itself, or those that carry its work on since it ended. */
async function presentKeepers(db: Kysely<DB>, keeperId: string, today: string): Promise<string[]> {
  const units = await db
    .selectFrom("unit")
    .select("id")
    .where("id", "in", await withHeirs(db, [keeperId]))
    .where("from_on", "<=", today)
    .where("until_on", ">=", today)
    .orderBy("id")
    .execute();
  return units.map(({ id }) => id);
}

/**
 * Who works on a keeper's matters today, as a key that is equal for two keepers with the same units: what came from two
 * wards that were merged can be done together. Each keeper is looked up once.
 */
export function keptTodayBy(db: Kysely<DB>, today: string): (keeperId: string) => Promise<string> {
  const known = new Map<string, Promise<string>>();
  return (keeperId) => {
    const units =
      known.get(keeperId) ?? presentKeepers(db, keeperId, today).then((ids) => ids.join() || keeperId);
    known.set(keeperId, units);
    return units;
  };
}
