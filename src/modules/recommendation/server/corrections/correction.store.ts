import { uuidv7 } from "#kernel/identifier.ts";
import type { DB } from "#db";
import type { Kysely, Transaction } from "kysely";
import type { Recording } from "../matter/event.store.ts";
import type { Matter } from "../matter/recommendation.store.ts";

export type SaidBy = {
  readonly position: number;
  readonly name: string | null;
  readonly contact: string | null;
  readonly village_id: string | null;
};

/** Everything of a matter that can be put right. */
export type Said = {
  readonly text: string;
  readonly field_code: string;
  readonly kind: string;
  readonly naming: string;
  readonly village_id: string | null;
  readonly received_on: string;
  readonly requesters: readonly SaidBy[];
};

/** What a matter says now. */
export async function saidOf(db: Kysely<DB>, matterId: string): Promise<Said> {
  const words = await db
    .selectFrom("recommendation")
    .select(["text", "field_code", "kind", "naming", "village_id", "received_on"])
    .where("id", "=", matterId)
    .executeTakeFirstOrThrow();
  return { ...words, requesters: await requestersNow(db, matterId) };
}

async function requestersNow(db: Kysely<DB>, matterId: string): Promise<SaidBy[]> {
  return db
    .selectFrom("requester")
    .select(["position", "name", "contact", "village_id"])
    .where("recommendation_id", "=", matterId)
    .orderBy("position")
    .execute();
}

/**
 * The people as they are after a correction: the first has the name and the contact given, and moves with the matter's
 * village; of an anonymous matter nobody is named.
 */
export async function putRequestersRight(
  db: Kysely<DB>,
  matter: Pick<Matter, "id" | "villageId">,
  first: Pick<SaidBy, "name" | "contact">,
  said: Pick<Said, "naming" | "village_id">,
): Promise<SaidBy[]> {
  const people = await requestersNow(db, matter.id);
  return people.map((one, index) => {
    const moved = one.village_id === matter.villageId ? { ...one, village_id: said.village_id } : one;
    if (index === 0) return { ...moved, ...first };
    return said.naming === "anonymous" ? { ...one, name: null, contact: null } : one;
  });
}

/** Keeps what a matter said until now, before it is written over. */
export async function keepEarlierWords(
  trx: Transaction<DB>,
  matter: Pick<Matter, "id" | "version">,
  { requesters, ...words }: Said,
  reason: string,
  by: Recording,
): Promise<void> {
  const row = {
    id: uuidv7(by.now),
    recommendation_id: matter.id,
    version: matter.version,
    ...words,
    requesters: JSON.stringify(requesters),
    reason,
    recorded_at: by.now.toString(),
    recorded_by: by.personId,
    recorded_in: by.postId,
  };
  await trx.insertInto("recommendation_correction").values(row).execute();
}
