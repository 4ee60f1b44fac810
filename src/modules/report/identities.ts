import { Problem } from "#kernel/problem.ts";
import { reportProblems as problems } from "./problems.ts";
import type {
  BalanceFigures,
  ConferenceFigures,
  Identity,
  RecommendationFigures,
  Report,
  Tally,
} from "./report.ts";

type Figures = {
  readonly recommendations: RecommendationFigures;
  /** Counted by itself, not worked out from the others. */
  readonly valid: number;
  readonly balance: BalanceFigures;
  readonly conferences: ConferenceFigures;
};

/** What every table must satisfy; each side is counted on its own, so that a slip in either is seen. */
export function identitiesOf({ recommendations, valid, balance, conferences }: Figures): Identity[] {
  const { received, invalid, routed_out, duplicates, distinct } = recommendations;
  const { awaiting_ruling, answered_in_room, noted, assigned } = recommendations;
  const { done, explained, refused, in_hand, scheduled, blocked, passed_up } = recommendations;
  return [
    identity("received", received, valid + invalid + routed_out),
    identity("valid", valid, distinct + duplicates),
    identity("distinct", distinct, awaiting_ruling + answered_in_room + noted + assigned),
    identity("assigned", assigned, done + explained + refused + in_hand + scheduled + blocked + passed_up),
    identity("balance", balance.opening + balance.new + balance.reopened, balance.closed + balance.closing),
    identity("conferences_by_form", conferences.held, sumOf(conferences.by_form)),
    identity("conferences_by_level", conferences.held, sumOf(conferences.by_level)),
  ];
}

function identity(name: string, left: number, right: number): Identity {
  return { name, holds: left === right, left, right };
}

function sumOf(tally: Tally): number {
  return Object.values(tally).reduce((sum, count) => sum + count, 0);
}

/**
 * The report itself, when its sums add up.
 * @throws Problem `identity_broken`, naming the first identity that does not hold and both its sides
 */
export function refuseUnlessHolds(report: Report): Report {
  const broken = report.identities.filter(({ holds }) => !holds);
  const [first] = broken;
  if (!first) return report;
  const { name, left, right } = first;
  throw new Problem(problems.identity_broken, {
    values: { name, left, right },
    details: { identities: broken },
  });
}
