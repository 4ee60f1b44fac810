import type { HeldPost, Relation } from "#kernel/actor.ts";
import type { Standing } from "#kernel/permission.ts";
import type { Place } from "#platform/server/act/act.ts";
import type { DB } from "#db";
import { rememberedWhereProven } from "#platform/server/database/remembered.ts";
import { sql, type Kysely } from "kysely";
import { centre } from "./unit.store.ts";
import { heirsOfEach } from "./heirs.store.ts";

/**
 * How each post stands to the place of an act. The work of a unit that has ended belongs to its heirs,
 * so a post in an heir stands to it as to its own.
 */
export async function standing(
  db: Kysely<DB>,
  posts: readonly HeldPost[],
  place: Place,
  today: string,
): Promise<Standing[]> {
  if (posts.length === 0) return [];
  const unitId = place.unitId ?? (await centre(db)).id;
  const { assignedIds = [], villageIds = [] } = place;
  const heirsOf = await heirsOfEach(db, [unitId, ...assignedIds, ...villageIds]);
  const own = heirsOf(unitId);
  const ways: Ways = {
    self: own,
    assigned: assignedIds.flatMap(heirsOf),
    village: villageIds.flatMap(heirsOf),
  };
  const lines = await linesBetween(
    db,
    own,
    posts.map(({ unitId }) => unitId),
    today,
  );
  return posts.map((post) => standingOf(post, ways, lines));
}

/** The units that stand to the place by what it says itself, not by where they lie. */
type Ways = Readonly<Record<"self" | "assigned" | "village", readonly string[]>>;

type Line = { post_unit: string; relation: "ancestor" | "descendant" | "sibling" };

const linesBetween = rememberedWhereProven(linesAmong);

/** A unit that no longer exists is judged by the last day of its line. */
async function linesAmong(
  trx: Kysely<DB>,
  own: readonly string[],
  postUnits: string[],
  today: string,
): Promise<Line[]> {
  const { rows } = await sql<Line>`
    with own as (select id, least(until_on, ${today}::date) as day from unit where id = any(${[...own]}::uuid[])),
    posts as (select id from unnest(${postUnits}::uuid[]) as p(id))
    select p.id as post_unit, 'ancestor' as relation from posts p
      join own o on true
      join unit_ancestry a on a.ancestor_id = p.id and a.descendant_id = o.id and a.depth > 0
        and o.day between a.from_on and a.until_on
    union
    select p.id, 'descendant' from posts p
      join own o on true
      join unit_ancestry a on a.descendant_id = p.id and a.ancestor_id = o.id and a.depth > 0
        and ${today}::date between a.from_on and a.until_on
    union
    select p.id, 'sibling' from posts p
      join own o on o.id <> p.id
      join unit_parent mine on mine.unit_id = p.id and ${today}::date between mine.from_on and mine.until_on
      join unit_parent theirs on theirs.unit_id = o.id and o.day between theirs.from_on and theirs.until_on
        and theirs.parent_id = mine.parent_id`.execute(trx);
  return rows;
}

function standingOf(post: HeldPost, ways: Ways, lines: Line[]): Standing {
  const relations: Relation[] = lines
    .filter((line) => line.post_unit === post.unitId)
    .map(({ relation }) => relation);
  for (const way of ["self", "assigned", "village"] as const)
    if (ways[way].includes(post.unitId)) relations.push(way);
  return { post, relations: relations.length > 0 ? relations : ["stranger"] };
}
