import type { Actor } from "#kernel/actor.ts";
import { permittedPost } from "#kernel/permission.ts";
import { standing } from "#modules/organization/server/index.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import { lastRuling } from "../../next-moves.ts";
import { offeredMoves } from "../../offered-moves.ts";
import { mayMove } from "../../permissions.ts";
import type { Move } from "../../status-transitions.ts";
import { helpersOf, matterPlace } from "../moves/move-act.ts";
import type { Matter } from "./recommendation.store.ts";

/** The moves that the matter's state offers and one of the actor's posts allows; each act judges again. */
export async function movesAllowed(
  db: Kysely<DB>,
  actor: Actor,
  matter: Matter,
  childDecides: boolean,
  today: string,
): Promise<Move[]> {
  const offered = offeredMoves(matter.state, today, childDecides, lastRuling(matter.events), matter.kind);
  if (actor.kind === "system") return offered;
  const standings = await standing(db, actor.posts, matterPlace(matter), today);
  const helping = offered.includes("finish_duty")
    ? await standing(db, actor.posts, { ...matterPlace(matter), assignedIds: helpersOf(matter) }, today)
    : standings;
  return offered.filter(
    (move) => permittedPost(mayMove[move], move === "finish_duty" ? helping : standings) !== null,
  );
}
