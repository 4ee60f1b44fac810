import type { DB } from "#db";
import { sql, type Transaction } from "kysely";
import { matterForChangeById, mergedInto, type Matter } from "./recommendation.store.ts";

/**
 * The matters from which this one, or any that was merged into it, was passed upward: one level below. Each is locked,
 * all in one order, so that two who follow the same chain wait for each other.
 */
export async function mattersBelow(trx: Transaction<DB>, matter: Pick<Matter, "id">): Promise<Matter[]> {
  const ids = [matter.id, ...(await mergedInto(trx, matter.id))];
  const rows = await trx
    .selectFrom("recommendation")
    .select("forwarded_from_id as id")
    .distinct()
    .where("id", "=", sql<string>`any(${ids}::uuid[])`)
    .where("withdrawn_at", "is", null)
    .where("forwarded_from_id", "is not", null)
    .orderBy("forwarded_from_id")
    .execute();
  const below: Matter[] = [];
  for (const { id } of rows) below.push(await matterForChangeById(trx, id!));
  return below;
}
