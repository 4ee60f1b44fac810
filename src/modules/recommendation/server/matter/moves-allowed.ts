import type { Actor } from "#kernel/actor.ts";
import { permittedPost } from "#kernel/permission.ts";
import { standing } from "#modules/organization/server/index.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import { lastRuling } from "../../next-moves.ts";
import { offeredMoves } from "../../offered-moves.ts";
import { Problem } from "#kernel/problem.ts";
import { refusalToAsk } from "../../extension.ts";
import { leadersAndOffice } from "../../grants.ts";
import type { Refusal } from "../../moves/move-row.ts";
import { refusalOfOwnRoadmap, takesOutOfLate } from "../../own-roadmap.ts";
import { mayMove } from "../../permissions.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { movesFrom, type Move } from "../../status-transitions.ts";
import { helpersOf, keeperOf, matterPlace } from "../moves/move-act.ts";
import { isOwnDraft } from "../moves/own-approval.ts";
import { lateMoves, type LateMoves } from "./late-moves.ts";
import type { Matter } from "./recommendation.store.ts";

/** A move that this actor would make, were it not refused whatever is filled in; and why it is. */
export type WithheldMove = { readonly move: Move; readonly vi: string; readonly en: string };

export type MovesAllowed = {
  readonly moves: Move[];
  readonly withheldMoves: WithheldMove[];
  readonly lateMoves: LateMoves | null;
};

/**
 * The moves that the matter's state offers and one of the actor's posts allows; each act judges again. What would always be refused
 * to this actor is not among them, and is told with its reason where the work waits for it.
 */
export async function movesAllowed(
  db: Kysely<DB>,
  actor: Actor,
  matter: Matter,
  childDecides: boolean,
  today: string,
): Promise<MovesAllowed> {
  const offered = offeredMoves(matter.state, today, childDecides, lastRuling(matter.events), matter.kind);
  if (actor.kind === "system") return { moves: offered, withheldMoves: [], lateMoves: null };
  const standings = await standing(db, actor.posts, matterPlace(matter), today);
  const helping = offered.includes("finish_duty")
    ? await standing(db, actor.posts, { ...matterPlace(matter), assignedIds: helpersOf(matter) }, today)
    : standings;
  const may = (move: Move) =>
    permittedPost(mayMove[move], move === "finish_duty" ? helping : standings) !== null;
  const decides = permittedPost(leadersAndOffice, standings) !== null;
  const refused = await refusedToActor(db, actor, matter, { today, decides });
  const withheld = [...refused].filter(
    ([move]) => may(move) && movesFrom(matter.state.status).includes(move),
  );
  return {
    moves: offered.filter((move) => may(move) && !refused.has(move)),
    lateMoves: await lateMoves(db, actor, matter, standings, today),
    withheldMoves: matter.state.held ? [] : withheld.map(([move, why]) => ({ move, ...sentenceOf(why) })),
  };
}

/** What is refused to this actor though the state table allows it. */
async function refusedToActor(
  db: Kysely<DB>,
  actor: Actor,
  { id, state, ...matter }: Matter,
  { today, decides }: { today: string; decides: boolean },
): Promise<Map<Move, Refusal>> {
  const refused = new Map<Move, Refusal>();
  const roadmap = decides ? null : refusalOfOwnRoadmap(state, today);
  if (roadmap) for (const move of takesOutOfLate) refused.set(move, roadmap);
  const late = state.dueOn === null ? null : refusalToAsk(state, "9999-12-31", today);
  if (late && state.extensionAsked === null) refused.set("ask_extension", late);
  const unitId = keeperOf({ unitId: matter.unitId, events: matter.events });
  if (state.draft === "drafted" && (await isOwnDraft(db, actor, { matterId: id, unitId })))
    refused.set("approve_answer", { problem: "own_draft" });
  return refused;
}

function sentenceOf({ problem, field, values }: Refusal): { vi: string; en: string } {
  const { vi, en } = new Problem(problems[problem], { ...(field && { field }), ...(values && { values }) });
  return { vi, en };
}
