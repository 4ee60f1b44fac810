import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { isCollectingOver } from "#modules/conference/collected/collecting.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import { mayCollectLate } from "../../permissions.ts";
import { recommendationProblems as problems } from "../../problems.ts";

type Asked = {
  readonly actor: Actor;
  readonly unitId: string;
  readonly collectUntil: string | null;
  readonly today: string;
};

/** @throws Problem `collecting_is_over` for whoever is not the office of the unit, once the last day has passed */
export async function refuseLateCollecting(db: Kysely<DB>, asked: Asked): Promise<void> {
  const { actor, unitId, collectUntil, today } = asked;
  if (collectUntil === null || !isCollectingOver(collectUntil, today)) return;
  if (await mayDo(db, actor, mayCollectLate, unitId, today)) return;
  throw new Problem(problems.collecting_is_over, { values: { on: collectUntil } });
}
