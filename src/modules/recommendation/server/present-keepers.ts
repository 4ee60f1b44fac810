import type { DB } from "#db";
import { withHeirs } from "#modules/organization/server/index.ts";
import type { Kysely } from "kysely";

/**
 * The units that work on a keeper's matters today: itself, or those that carry its work on since it ended. Two keepers
 * with the same ones are one desk: what came from two wards that were merged can be done together.
 */
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

/** The same for many keepers, each looked up once: a key that is equal where the same units work on both. */
export function deskOf(db: Kysely<DB>, today: string): (keeperId: string) => Promise<string> {
  const known = new Map<string, Promise<string>>();
  return (keeperId) => {
    const desk =
      known.get(keeperId) ?? presentKeepers(db, keeperId, today).then((units) => units.join() || keeperId);
    known.set(keeperId, desk);
    return desk;
  };
}
