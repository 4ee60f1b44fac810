import type { Move } from "../status-transitions.ts";
import { answering } from "./answering.ts";
import { judgingAndEnding } from "./judging-and-ending.ts";
import { moreTime } from "./more-time.ts";
import type { MoveRow } from "./move-row.ts";
import { passingUpAndMerging } from "./passing-up-and-merging.ts";
import { review } from "./review.ts";
import { rulingAndAssigning } from "./ruling-and-assigning.ts";

const rows = {
  ...rulingAndAssigning,
  ...moreTime,
  ...answering,
  ...passingUpAndMerging,
  ...review,
  ...judgingAndEnding,
} satisfies Record<Move, MoveRow>;

/** What is known of each move. */
export const moveRows: Readonly<Record<Move, MoveRow>> = rows;

type Rows = typeof rows;

/** The moves of which it is said that they were done, and to which code. */
export type MoveHeardByCode = { [M in Move]: Rows[M]["heard"] extends string ? never : M }[Move];

/** The moves that an act of their own makes. */
export type ActedMove = {
  [M in Move]: Rows[M]["heard"] extends "made_by_no_act_of_its_own" ? never : M;
}[Move];

/** What is said of them. */
export const heardOfMoves = new Map(
  Object.entries(moveRows).flatMap(([move, { heard }]) =>
    typeof heard === "string" ? [] : [[move as MoveHeardByCode, heard] as const],
  ),
);

/** A table by move of what is said in each row. */
// @__NO_SIDE_EFFECTS__
export function byMove<T>(of: (row: MoveRow) => T): Readonly<Record<Move, T>> {
  const told = Object.entries(moveRows).map(([move, row]) => [move, of(row)] as const);
  return Object.fromEntries(told) as Record<Move, T>;
}

export const moveWords = byMove(({ words }) => words);
