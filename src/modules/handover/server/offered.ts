import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import { mayHandOverWork } from "../permissions.ts";
import { handoverProblems } from "../problems.ts";
import { arrangementOf } from "./arrangement.ts";
import { openMatterIds } from "./open-work.ts";

/** How many open matters an actor could hand over for a unit; null where there is nothing to hand over, or no right. */
export async function handOverOffered(
  db: Kysely<DB>,
  actor: Actor,
  code: string,
  today: string,
): Promise<number | null> {
  try {
    const { unit, homeId } = await arrangementOf(db, code, today);
    if (!(await mayDo(db, actor, mayHandOverWork, homeId, today))) return null;
    return (await openMatterIds(db, unit.id)).length;
  } catch (error) {
    if (error instanceof Problem && error.definition === handoverProblems.still_there) return null;
    throw error;
  }
}
