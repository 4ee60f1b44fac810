import { moveRows } from "./moves/move-rows.ts";
import type { Ruling, Status } from "./statuses.ts";

// Pages that need the names alone take them from there, without the rows.
export * from "./statuses.ts";

/**
 * Every move that can be made with a matter; what each of them is, is its row in `moves/`. In this order they are offered,
 * after those that the work waits for.
 */
export const moves = [
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
  "forward_up",
  "ask_extension",
  "schedule",
  "block",
  "return",
  "merge",
  "reopen",
  "reject",
  "hold",
  "route_out",
  "hand_over",
] as const;
export type Move = (typeof moves)[number];

/**
 * The status after a move, or null where the state table does not allow it. The lines of all rows are that table, and no
 * other: acts refuse by it, screens offer by it, tests enumerate it.
 */
export function statusAfter(status: Status, move: Move, ruling: Ruling | null): Status | null {
  const line = moveRows[move].transitions.find(
    (each) =>
      each.from.includes(status) && (!each.ruling || (ruling !== null && each.ruling.includes(ruling))),
  );
  if (!line) return null;
  return line.to === "same" ? status : line.to;
}

/** The moves that the table allows from a status. */
export function movesFrom(status: Status): Move[] {
  return moves.filter((move) => moveRows[move].transitions.some(({ from }) => from.includes(status)));
}
