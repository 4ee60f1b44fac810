import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import { deadlineProblems as problems } from "../problems.ts";
import type { Purpose } from "../rule.ts";
import { clocksOf, type MatterClock, type MatterClocks } from "./clocks-of.ts";
import { readableMatter } from "./readable-matter.ts";

/** The clocks of a matter for somebody who may read it. @throws Problem `recommendation.not_found` */
export async function matterClocks(db: Kysely<DB>, actor: Actor, code: string): Promise<MatterClocks> {
  return (await clocksOf(db, await readableMatter(db, actor, code)))!;
}

export type Explanation = {
  readonly matter: MatterClocks;
  readonly purpose: Purpose;
  /** The clock that decides: the earliest that binds. */
  readonly deciding: MatterClock;
  /** The other clocks of the same obligation, with the reason of those that bind nobody. */
  readonly others: readonly MatterClock[];
};

/**
 * Why one obligation of a matter is due when it is.
 * @throws Problem `recommendation.not_found`, `deadline.clock_not_running`
 */
export async function explainDeadline(
  db: Kysely<DB>,
  actor: Actor,
  code: string,
  purpose: Purpose,
): Promise<Explanation> {
  const matter = await matterClocks(db, actor, code);
  const ofPurpose = matter.clocks.filter((clock) => clock.purpose === purpose);
  const deciding = ofPurpose.find((clock) => clock.ineffective === null);
  if (!deciding) throw new Problem(problems.clock_not_running);
  return { matter, purpose, deciding, others: ofPurpose.filter((clock) => clock !== deciding) };
}
