import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import { deadlineProblems as problems } from "../problems.ts";
import type { Purpose } from "../rule.ts";
import { clocksOf, type MatterClock, type MatterClocks } from "./clocks-of.ts";

export type Explanation = {
  readonly matter: MatterClocks;
  readonly purpose: Purpose;
  /** The clock explained: the one asked for, else the earliest that binds. */
  readonly shown: MatterClock;
  /** The other clocks of the same obligation, with the reason of those that bind nobody. */
  readonly others: readonly MatterClock[];
};

/**
 * Why one obligation of a matter is due when it is; with a rule's code, what that rule alone would give.
 * @throws Problem `deadline.clock_not_running`
 */
export async function explainDeadline(
  db: Kysely<DB>,
  matterId: string,
  { purpose, ruleCode }: { purpose: Purpose; ruleCode?: string },
): Promise<Explanation> {
  const matter = (await clocksOf(db, matterId))!;
  const ofPurpose = matter.clocks.filter((clock) => clock.purpose === purpose);
  const shown = ofPurpose.find((clock) =>
    ruleCode === undefined ? clock.ineffective === null : clock.rule?.code === ruleCode,
  );
  if (!shown) throw new Problem(problems.clock_not_running);
  return { matter, purpose, shown, others: ofPurpose.filter((clock) => clock !== shown) };
}
