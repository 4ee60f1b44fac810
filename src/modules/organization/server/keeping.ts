import type { Actor, Capacity } from "#kernel/actor.ts";
import { mayGiveTo, permittedPost } from "#kernel/permission.ts";
import { Problem } from "#kernel/problem.ts";
import type { Asking } from "#platform/server/act/act.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import { mayAdminister } from "../permissions.ts";
import { organizationProblems as problems } from "../problems.ts";
import { personById } from "./post.store.ts";
import { standing } from "./standing.ts";
import { centre } from "./unit.store.ts";

type Reading = { readonly trx: Kysely<DB>; readonly actor: Actor; readonly today: string };
type Kept = { readonly id: string; readonly brought_by: string | null };

/**
 * The units whose administrators keep a person together: those of all posts held, to come and past; of one who never held
 * any, the unit that brought the person in. Nobody's person is the centre's.
 */
export async function unitsKeeping(db: Kysely<DB>, { id, brought_by }: Kept): Promise<string[]> {
  const { rows } = await sql<{ unitId: string }>`
    select distinct unit_id as "unitId" from post where person_id = ${id}`.execute(db);
  if (rows.length > 0) return rows.map(({ unitId }) => unitId);
  return [brought_by ?? (await centre(db)).id];
}

/**
 * The units whose administrators say whether a person's account may be used: those of all posts held on a day or to come; of one
 * who holds none any more, that of the last.
 */
export async function unitsOfPresentPosts(
  db: Kysely<DB>,
  personId: string,
  today: string,
): Promise<string[]> {
  const { rows } = await sql<{ unitId: string }>`
    select distinct p.unit_id as "unitId" from post p where p.person_id = ${personId} and p.until_on >= least(
      ${today}::date, (select max(last.until_on) from post last where last.person_id = ${personId}))`.execute(
    db,
  );
  return rows.map(({ unitId }) => unitId);
}

/** Whether the actor is administrator of a unit, or of one above it. */
export async function administers({ trx, actor, today }: Reading, unitId: string): Promise<boolean> {
  if (actor.kind === "system") return true;
  return permittedPost(mayAdminister, await standing(trx, actor.posts, { unitId }, today)) !== null;
}

/**
 * The person, locked, for whoever gives them a post: who does comes to keep their account and reads how to reach them, so
 * it takes somebody above all that they hold, will hold or ever held. Anybody else offers the post by a link.
 * @throws Problem `person_not_found`, also where the asker keeps nothing of the person; `person_kept_elsewhere`;
 * `own_post` where one would give oneself what opens words
 */
export async function personToAppoint(asking: Asking, id: string, capacity: Capacity): Promise<void> {
  await asking.trx.selectFrom("person").select("id").where("id", "=", id).forUpdate().execute();
  const units = await unitsKeeping(asking.trx, await personById(asking.trx, id));
  const above: boolean[] = [];
  for (const unit of units) above.push(await administers(asking, unit));
  if (above.every(Boolean)) return refuseOwnPost(asking.actor, id, capacity);
  const known = above.some(Boolean);
  throw new Problem(known ? problems.person_kept_elsewhere : problems.person_not_found, { field: "person" });
}

function refuseOwnPost(actor: Actor, personId: string, capacity: Capacity): void {
  if (!mayGiveTo(actor, personId, capacity)) throw new Problem(problems.own_post, { field: "capacity" });
}
