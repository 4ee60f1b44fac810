import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { recommendationProblems } from "#modules/recommendation/problems.ts";
import { findMatter } from "#modules/recommendation/server/matter/index.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";

/** The id of a matter that the actor may read. @throws Problem `not_found`, also for what is out of sight */
export async function readableMatter(
  db: Kysely<DB>,
  actor: Actor,
  code: string,
  today: string,
): Promise<string> {
  const matter = await findMatter(db, actor, code, today);
  if (matter.hidden !== null) throw new Problem(recommendationProblems.not_found);
  return matter.id;
}
