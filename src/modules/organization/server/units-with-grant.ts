import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import type { Grant } from "#kernel/permission.ts";
import type { Kysely } from "kysely";
import { readPost } from "./read-posts.ts";

export type OwnUnit = { readonly code: string; readonly name: string };

/** The units for which a person may do what a grant allows, through the posts held now; by code. */
export async function unitsWithGrant(
  db: Kysely<DB>,
  actor: Actor,
  grant: Grant,
  today: string,
): Promise<OwnUnit[]> {
  if (actor.kind === "system") return [];
  const held = actor.posts.filter(({ capacity }) => grant[capacity]?.includes("self"));
  const posts = await Promise.all(held.map(({ id }) => readPost(db, id, today)));
  const byCode = new Map(posts.map(({ unitCode, unitName }) => [unitCode, unitName]));
  return [...byCode].map(([code, name]) => ({ code, name }));
}
