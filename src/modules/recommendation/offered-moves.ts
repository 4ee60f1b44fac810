import { EXTENSIONS_AT_MOST } from "#modules/deadline/extension.ts";
import { openDuties } from "./duties.ts";
import type { MatterState } from "./matter.ts";
import { nextMoves } from "./next-moves.ts";
import { movesFrom, type Move, type Ruling } from "./status-transitions.ts";

/** The order in which moves are offered after those that the work waits for. */
const likelyFirst: readonly Move[] = [
  "release",
  "answer",
  "approve_answer",
  "send_back",
  "extend",
  "refuse_extension",
  "rule",
  "reply_from_above",
  "draft_answer",
  "finish_duty",
  "confirm",
  "close",
  "assign",
  "ask_extension",
  "schedule",
  "block",
  "return",
  "forward_up",
  "merge",
  "reopen",
  "reject",
  "hold",
  "route_out",
];

/** Moves out of the ordinary, which a page keeps apart. */
export const exceptionalMoves: ReadonlySet<Move> = new Set([
  "merge",
  "reject",
  "reopen",
  "hold",
  "route_out",
]);

/**
 * The moves that would not be refused whatever is filled in, the likeliest first. `today` is a day in Việt Nam;
 * `childDecides` says that a unit above has the matter in the system, whose reply comes down by itself; `ruled` is
 * the last ruling, `kind` what was raised.
 */
export function offeredMoves(
  state: MatterState,
  today: string,
  childDecides: boolean,
  ruled: Ruling | null = null,
  kind = "recommendation",
): Move[] {
  const possible = new Set(movesFrom(state.status).filter((move) => fits(move, state, today, childDecides)));
  return [...new Set([...nextMoves(state, ruled, kind), ...likelyFirst])].filter((move) =>
    possible.has(move),
  );
}

function fits(move: Move, state: MatterState, today: string, childDecides: boolean): boolean {
  if (state.held) return move === "release" || move === "route_out";
  switch (move) {
    case "release":
      return false;
    case "approve_answer":
      return state.draft === "drafted";
    case "send_back":
      return state.draft === "drafted" || state.draft === "approved";
    case "finish_duty":
      return openDuties(state).length > 0;
    case "answer":
      return state.draft === "approved";
    case "ask_extension":
      return state.extensionAsked === null && mayBeExtended(state) && state.dueOn! >= today;
    case "extend":
      return state.extensionAsked !== null && mayBeExtended(state);
    case "refuse_extension":
      return state.extensionAsked !== null;
    case "reply_from_above":
      return state.status === "passed_up" && !childDecides;
    case "close":
      return state.status !== "closed" || state.unsettled;
    default:
      return true;
  }
}

function mayBeExtended({ dueOn, extensions }: MatterState): boolean {
  return dueOn !== null && extensions < EXTENSIONS_AT_MOST;
}
