import { Problem } from "#kernel/problem.ts";
import { ballotProblems as problems } from "./problems.ts";

/** The five answers of a ballot, from the best to the worst. */
export const answers = [
  "very_satisfied",
  "satisfied",
  "neutral",
  "dissatisfied",
  "very_dissatisfied",
] as const;
export type BallotAnswer = (typeof answers)[number];

/** A count as it lies on the table: every heap by itself, so that what does not add up is seen. */
export type Count = {
  readonly issued: number;
  readonly returned: number;
  readonly not_returned: number;
  readonly valid: number;
  readonly spoiled: number;
} & Readonly<Record<BallotAnswer, number>>;

function answered(count: Readonly<Record<BallotAnswer, number>>): number {
  return answers.reduce((sum, answer) => sum + count[answer], 0);
}

/** @throws Problem `out_of_balance`, with a sentence for each sum that fails and by how much */
export function refuseUnlessBalanced(count: Count): void {
  const { issued, returned, not_returned, valid, spoiled } = count;
  const sums = [
    { field: "issued", definition: problems.issued_differs, left: issued, right: returned + not_returned },
    { field: "returned", definition: problems.returned_differs, left: returned, right: valid + spoiled },
    { field: "valid", definition: problems.valid_differs, left: valid, right: answered(count) },
  ];
  const faults = sums
    .filter(({ left, right }) => left !== right)
    .map(({ field, definition, left, right }) => {
      const values = { left, right, by: Math.abs(left - right), ...(left > right ? missing : surplus) };
      const { vi, en } = new Problem(definition, { values });
      return { field, vi, en };
    });
  if (faults.length > 0) throw new Problem(problems.out_of_balance, { faults });
}

const missing = { how: "thiếu", how_en: "missing" };
const surplus = { how: "thừa", how_en: "too many" };

/** The share of satisfied and very satisfied among valid ballots in percent, to one decimal; null where there is none. */
export function satisfiedShare(count: Pick<Count, "valid" | "very_satisfied" | "satisfied">): number | null {
  if (count.valid === 0) return null;
  return Math.round(((count.very_satisfied + count.satisfied) * 1000) / count.valid) / 10;
}

/** A group smaller than this could be known by who sat in the room. */
export const SMALLEST_GROUP = 5;

const pleased: readonly BallotAnswer[] = ["very_satisfied", "satisfied"];
const others: readonly BallotAnswer[] = ["neutral", "dissatisfied", "very_dissatisfied"];

/**
 * The answers as those may know them who did not count: a group of one to four is not told (null), nor the next
 * smallest beside it where the share, which is told of every session, would give a single gap away.
 */
export function shownAnswers(
  count: Readonly<Record<BallotAnswer, number>>,
): Record<BallotAnswer, number | null> {
  const untold = new Set(
    answered(count) < SMALLEST_GROUP ? answers : [pleased, others].flatMap(untoldOf(count)),
  );
  return Object.fromEntries(
    answers.map((answer) => [answer, untold.has(answer) ? null : count[answer]]),
  ) as Record<BallotAnswer, number | null>;
}

function untoldOf(count: Readonly<Record<BallotAnswer, number>>) {
  return (block: readonly BallotAnswer[]): BallotAnswer[] => {
    const bySize = block.filter((answer) => count[answer] > 0).toSorted((a, b) => count[a] - count[b]);
    const small = bySize.filter((answer) => count[answer] < SMALLEST_GROUP);
    return small.length === 1 ? bySize.slice(0, 2) : small;
  };
}
