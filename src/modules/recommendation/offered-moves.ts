import type { MatterState } from "./matter.ts";
import { moveRows } from "./moves/move-rows.ts";
import type { Circumstances } from "./moves/move-row.ts";
import { nextMoves } from "./next-moves.ts";
import { moves, movesFrom, type Move, type Ruling } from "./status-transitions.ts";

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
  const circumstances = { today, childDecides };
  const possible = new Set(movesFrom(state.status).filter((move) => fits(move, state, circumstances)));
  return [...new Set([...nextMoves(state, ruled, kind), ...moves])].filter((move) => possible.has(move));
}

function fits(move: Move, state: MatterState, circumstances: Circumstances): boolean {
  const { whileHeld, offered } = moveRows[move];
  return (!state.held || whileHeld === "decides") && offered(state, circumstances);
}
