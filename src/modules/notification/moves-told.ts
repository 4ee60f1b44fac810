import { moveRows } from "#modules/recommendation/moves/move-rows.ts";
import { theWork, type Sentence } from "#modules/recommendation/moves/told.ts";
import type { Move } from "#modules/recommendation/status-transitions.ts";
import { audiences, type Audience } from "./telling.ts";

/** What decides whether a move is told at all. */
type Fact = {
  readonly satisfied: boolean | null;
  readonly reason: string | null;
  /** It followed from a reopening above. */
  readonly fromAbove?: boolean;
};

/** How a move is told, where it is told at all. */
export function toldMove(move: Move) {
  const { told } = moveRows[move];
  return "nobody" in told ? undefined : told;
}

/** The words of a move; of one that is not told, none. */
export function sentenceOf(move: Move): Sentence | undefined {
  return toldMove(move)?.say;
}

/** Who is told of a move, where it is told at all. */
export function toldOf(move: Move, fact?: Fact): readonly Audience[] {
  const told = toldMove(move);
  if (!told || (fact && told.when && !told.when(fact))) return [];
  const names = (fact?.fromAbove && told.toFromAbove) || told.to;
  return names.map((name) => audiences[name]);
}

/** Who is told that a step was annulled: whoever was told of it, and whoever has or had the work by it. */
export function toldOfAnnulment(move: Move, fromAbove = false): readonly Audience[] {
  const told = toldOf(move, { satisfied: false, reason: "", fromAbove });
  if (fromAbove) return told;
  const besides = theWork
    .map((name) => audiences[name])
    .filter(({ side }) => told.every((each) => each.side !== side));
  return [...told, ...besides];
}
