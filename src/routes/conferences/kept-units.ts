import type { Actor } from "#kernel/actor.ts";
import { mayKeepConferences } from "#modules/conference/permissions.ts";
import { readPost } from "#modules/organization/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";

/** The units whose conferences a person records, through the posts held now. */
export async function keptUnits(actor: Actor, today: string): Promise<{ code: string; name: string }[]> {
  if (actor.kind === "system") return [];
  const keeping = actor.posts.filter(({ capacity }) => mayKeepConferences[capacity]);
  const { db } = currentDatabase();
  const posts = await Promise.all(keeping.map(({ id }) => readPost(db, id, today)));
  const byCode = new Map(posts.map(({ unitCode, unitName }) => [unitCode, unitName]));
  return [...byCode].map(([code, name]) => ({ code, name }));
}
