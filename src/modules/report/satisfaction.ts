import { percent, percentOf, plus, type Fraction } from "./rates.ts";
import type { SatisfactionFigures } from "./report.ts";

/** The ballots of all sessions that had the same number of valid ones, added up. */
export type BallotGroup = {
  readonly valid: number;
  readonly sessions: number;
  readonly issued: number;
  readonly returned: number;
  /** Satisfied and very satisfied: in all of these sessions, and in the one where they were fewest. */
  readonly pleased: number;
  readonly fewest: number;
};

/** Each session weighs the same in the mean; one without a valid ballot says nothing and is left out of both. */
export function satisfactionOf(groups: readonly BallotGroup[]): SatisfactionFigures {
  const telling = groups.filter(({ valid }) => valid > 0);
  const worst = telling.map(({ fewest, valid }) => percent(fewest, valid)!);
  return {
    sessions: total(groups.map(({ sessions }) => sessions)),
    minimum: worst.length > 0 ? Math.min(...worst) : null,
    mean: meanOf(telling),
    issued: total(groups.map(({ issued }) => issued)),
    returned: total(groups.map(({ returned }) => returned)),
    valid: total(groups.map(({ valid, sessions }) => valid * sessions)),
  };
}

function meanOf(groups: readonly BallotGroup[]): number | null {
  const none: Fraction = { part: 0n, whole: 1n };
  const sum = groups
    .map(({ pleased, valid }) => ({ part: BigInt(pleased), whole: BigInt(valid) }))
    .reduce(plus, none);
  const sessions = total(groups.map(({ sessions }) => sessions));
  return percentOf({ part: sum.part, whole: sum.whole * BigInt(sessions) });
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
