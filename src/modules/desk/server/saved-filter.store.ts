import { inVietnameseOrder } from "#kernel/vietnamese-order.ts";
import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import type { Kysely } from "kysely";
import { deskProblems as problems } from "../problems.ts";

/** A list that a person comes back to. */
export type SavedFilter = { readonly id: string; readonly name: string; readonly address: string };

/** The lists of a person, by name; somebody who is no person keeps none. */
export async function savedFilters(db: Kysely<DB>, actor: Actor): Promise<SavedFilter[]> {
  if (actor.kind !== "person") return [];
  const kept = await db
    .selectFrom("saved_filter")
    .select(["id", "name", "address"])
    .where("person_id", "=", actor.personId)
    .where("removed_at", "is", null)
    .execute();
  return kept.toSorted((one, other) => inVietnameseOrder(one.name, other.name));
}

/** The person who asks. @throws Problem `not_a_person` */
export function personAsking(actor: Actor): string {
  if (actor.kind !== "person") throw new Problem(problems.not_a_person);
  return actor.personId;
}

/** Acts about one's own lists take place in one's own unit. */
export function ownPlace(actor: Actor): { unitId: string | null } {
  return { unitId: actor.kind === "person" ? (actor.posts[0]?.unitId ?? null) : null };
}
