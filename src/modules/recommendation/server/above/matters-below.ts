import type { DB } from "#db";
import { sql, type Transaction } from "kysely";
import { matterForChangeById, mergedInto, type Matter } from "../matter/recommendation.store.ts";

/**
 * Those below who wait for this matter, or for any that was merged into it: what was passed upward, as the matter in
 * which it goes on there. Each is locked, all in one order, so that two who follow the same chain wait for each other.
 */
export async function mattersBelow(trx: Transaction<DB>, matter: Pick<Matter, "id">): Promise<Matter[]> {
  const below = new Map<string, Matter>();
  for (const id of await passedUpInto(trx, matter)) {
    const goesOn = await matterThatGoesOn(trx, id);
    below.set(goesOn.id, goesOn);
  }
  return [...below.values()];
}

/** Every matter below that may have heard of this one: what was passed upward, and whatever that was merged into. */
export async function mattersToldBelow(trx: Transaction<DB>, matter: Pick<Matter, "id">): Promise<Matter[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive line as (
      select id from unnest(${await passedUpInto(trx, matter)}::uuid[]) as below(id)
      union
      select m.into_id from line l cross join lateral present_merges_of(l.id) m)
    select id from line order by id`.execute(trx);
  const told: Matter[] = [];
  for (const { id } of rows) told.push(await matterForChangeById(trx, id));
  return told;
}

async function passedUpInto(trx: Transaction<DB>, matter: Pick<Matter, "id">): Promise<string[]> {
  const ids = [matter.id, ...(await mergedInto(trx, matter.id))];
  const rows = await trx
    .selectFrom("recommendation")
    .select("forwarded_from_id as id")
    .distinct()
    .where("id", "=", sql<string>`any(${ids}::uuid[])`)
    .where("taken_back_at", "is", null)
    .where("forwarded_from_id", "is not", null)
    .orderBy("forwarded_from_id")
    .execute();
  return rows.map(({ id }) => id!);
}

/** Locked; it may have been merged while one waited for it. */
async function matterThatGoesOn(trx: Transaction<DB>, id: string): Promise<Matter> {
  const matter = await matterForChangeById(trx, id);
  return matter.goesOnId === id ? matter : matterThatGoesOn(trx, matter.goesOnId);
}
