import { EXTENSIONS_AT_MOST } from "#modules/deadline/extension.ts";
import type { MatterState } from "./matter.ts";
import { movesFrom, type Move } from "./status-transitions.ts";

/** The order in which moves are offered: what most often comes next stands first. */
const likelyFirst: readonly Move[] = [
  "release",
  "answer",
  "approve_answer",
  "extend",
  "refuse_extension",
  "rule",
  "reply_from_above",
  "draft_answer",
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
 * `childDecides` says that a unit above has the matter in the system, whose reply comes down by itself.
 */
export function offeredMoves(state: MatterState, today: string, childDecides: boolean): Move[] {
  const possible = new Set(movesFrom(state.status).filter((move) => fits(move, state, today, childDecides)));
  const waiting = state.status === "awaiting_assignment" && possible.has("assign");
  const order: readonly Move[] = waiting ? ["assign", ...likelyFirst] : likelyFirst;
  return [...new Set(order)].filter((move) => possible.has(move));
}

function fits(move: Move, state: MatterState, today: string, childDecides: boolean): boolean {
  if (state.held) return move === "release" || move === "route_out";
  switch (move) {
    case "release":
      return false;
    case "approve_answer":
      return state.draft === "drafted";
    case "answer":
      return state.draft === "approved";
    case "ask_extension":
      return state.extensionAsked === null && mayBeExtended(state) && state.dueOn! >= today;
    case "extend":
      return state.extensionAsked !== null && mayBeExtended(state);
    case "refuse_extension":
      return state.extensionAsked !== null;
    case "reply_from_above":
      return !childDecides;
    default:
      return true;
  }
}

function mayBeExtended({ dueOn, extensions }: MatterState): boolean {
  return dueOn !== null && extensions < EXTENSIONS_AT_MOST;
}
