import { permittedPost, type Standing } from "#kernel/permission.ts";
import type { Actor } from "#kernel/actor.ts";
import { standing } from "#modules/organization/server/index.ts";
import { dayBefore } from "#modules/organization/unit.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import { refusalToAsk } from "../../extension.ts";
import { lastRuling } from "../../next-moves.ts";
import { offeredMoves } from "../../offered-moves.ts";
import { factsBy, fitsAmong, leadsOn, stateOn } from "../../on-its-day.ts";
import { refusalOfOwnRoadmap, takesOutOfLate } from "../../own-roadmap.ts";
import { mayMove } from "../../permissions.ts";
import type { Move } from "../../status-transitions.ts";
import { matterPlace } from "../moves/move-act.ts";
import type { Matter } from "./recommendation.store.ts";

/** What may still be entered of the days until one, on which somebody had the work that another has since. */
export type LateMoves = { readonly moves: readonly Move[]; readonly until: string };

/** What a lead does in its own name. Whoever decides on a draft does that of the one that there is today. */
const ofTheLead: ReadonlySet<Move> = new Set([
  "draft_answer",
  "ask_extension",
  "schedule",
  "block",
  "return",
]);

/**
 * What this actor may enter late, having led the work on an earlier day and not any more; null where there is nothing of the kind.
 * Each act judges again. @param now how their posts stand to the matter today
 */
export async function lateMoves(
  db: Kysely<DB>,
  { posts }: Actor & { kind: "person" },
  matter: Matter,
  now: readonly Standing[],
  today: string,
): Promise<LateMoves | null> {
  if (matter.state.held || matter.hidden !== null || permittedPost(mayMove.draft_answer, now)) return null;
  for (const until of lastDaysOfLeads(matter, today)) {
    const place = { ...matterPlace(matter), assignedIds: leadsOn(matter, until) };
    const then = await standing(db, posts, place, today);
    if (!permittedPost(mayMove.draft_answer, then)) continue;
    const moves = movesThen(matter, until, today).filter((move) => permittedPost(mayMove[move], then));
    return moves.length > 0 ? { moves, until } : null;
  }
  return null;
}

/** The days on whose end the lead was another than today's, the latest first: each the last before something happened. */
function lastDaysOfLeads(matter: Matter, today: string): string[] {
  const days = new Set(matter.events.filter(({ on }) => on <= today).map(({ on }) => dayBefore(on)));
  const present = matter.state.leadId;
  return [...days]
    .toSorted()
    .toReversed()
    .filter((day) => (stateOn(matter, day).leadId ?? present) !== present);
}

/** What could be entered of a day without what came after it being impossible, whatever is filled in. */
function movesThen(matter: Matter, day: string, today: string): Move[] {
  const state = stateOn(matter, day);
  const late = state.dueOn === null ? null : refusalToAsk(state, "9999-12-31", day);
  const roadmap = refusalOfOwnRoadmap(matter.state, today) ?? refusalOfOwnRoadmap(state, today);
  const ruled = lastRuling(factsBy(matter, day));
  return offeredMoves(state, day, false, ruled, matter.kind).filter(
    (move) =>
      ofTheLead.has(move) &&
      fitsAmong(matter, { act: move, on: day }) &&
      !(move === "ask_extension" && late) &&
      !(roadmap && takesOutOfLate.has(move)),
  );
}
