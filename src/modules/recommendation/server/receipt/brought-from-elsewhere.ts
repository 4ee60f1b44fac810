import type { DB } from "#db";
import type { Actor, HeldPost } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { mayDo, withHeirs } from "#modules/organization/server/index.ts";
import type { Kysely } from "kysely";
import { mayReceiveInTurn } from "../../permissions.ts";
import { recommendationProblems as problems } from "../../problems.ts";

/** Who brings a matter, by which post, to which unit. */
export type Bringing = {
  readonly actor: Actor;
  readonly post: HeldPost | null;
  readonly unitId: string;
  readonly today: string;
};

/** The villages for which somebody speaks who brings a matter as a village head; null for whoever brings it otherwise. */
export function villagesSpokenFor(actor: Actor, post: HeldPost | null): readonly string[] | null {
  if (actor.kind === "system" || post?.capacity !== "village_head") return null;
  return headOf(actor);
}

/** A village head brings what was said in a village of theirs, and in no other. */
export function refuseForeignVillage(actor: Actor, post: HeldPost | null, villageId: string | null): void {
  const own = villagesSpokenFor(actor, post);
  if (own && (!villageId || !own.includes(villageId)))
    throw new Problem(problems.not_own_village, { field: "village" });
}

/**
 * A village head brings it to the unit in which the village lies, and further up to a conference alone to which the
 * village was invited. @throws Problem `not_own_commune`
 */
export async function refuseForeignUnit(
  db: Kysely<DB>,
  { actor, post, unitId, today }: Bringing,
  conferenceId: string | undefined,
): Promise<void> {
  const own = villagesSpokenFor(actor, post);
  if (!own) return;
  const parents = await db
    .selectFrom("unit_parent")
    .select("parent_id")
    .where("unit_id", "in", own)
    .where("from_on", "<=", today)
    .where("until_on", ">=", today)
    .execute();
  const communes = parents.map(({ parent_id }) => parent_id);
  if (communes.includes(unitId)) return;
  if ((await withHeirs(db, [unitId])).some((heir) => communes.includes(heir))) return;
  const invited =
    conferenceId &&
    (await db
      .selectFrom("conference_invitation")
      .select("id")
      .where("conference_id", "=", conferenceId)
      .where("unit_id", "in", own)
      .where("withdrawn_at", "is", null)
      .executeTakeFirst());
  if (!invited) throw new Problem(problems.not_own_commune, { field: "unit" });
}

/**
 * What was said in a turn is written into it by those who keep the record there; a village head writes into a turn of
 * their own village. @throws Problem `turn_elsewhere`, as of a turn that is not there
 */
export async function refuseForeignTurn(
  db: Kysely<DB>,
  { actor, unitId, today }: Bringing,
  turnId: string | undefined,
): Promise<void> {
  if (!turnId || (await mayDo(db, actor, mayReceiveInTurn, unitId, today))) return;
  const own = actor.kind === "system" ? [] : headOf(actor);
  const turn = await db.selectFrom("turn").select("village_id").where("id", "=", turnId).executeTakeFirst();
  if (!turn?.village_id || !own.includes(turn.village_id))
    throw new Problem(problems.turn_elsewhere, { field: "turn" });
}

function headOf(actor: Actor & { kind: "person" }): readonly string[] {
  return actor.posts.filter(({ capacity }) => capacity === "village_head").map(({ unitId }) => unitId);
}
