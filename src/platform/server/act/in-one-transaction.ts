import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import type { Kysely, Transaction } from "kysely";
import { CommittedAllTheSame } from "../database/joined-trips.ts";
import { logDatabaseFault } from "../database/fault-log.ts";
import type { Act } from "./act.ts";
import { againIfCrossed } from "./again-if-crossed.ts";
import { asProblem, isDatabaseAway, statedProblem } from "./database-problems.ts";
import { actProblems } from "./problems.ts";

/**
 * A database lost before the commit has written nothing; lost while it commits, it may have written all. The commit may be on
 * its way from when `work` says that it `commits`: with its last statement.
 */
export async function inOneTransaction<Output>(
  db: Kysely<DB>,
  act: Pick<Act, "name" | "constraints">,
  work: (trx: Transaction<DB>, commits: () => void) => Promise<Output>,
): Promise<Output> {
  let committing = false;
  try {
    return await againIfCrossed(() => {
      committing = false;
      return db.transaction().execute((trx) => work(trx, () => void (committing = true)));
    });
  } catch (error) {
    throw refused(error, act, committing);
  }
}

/** What is said of an act that the database refused, or in which it was lost. */
export function refused(
  error: unknown,
  act: Pick<Act, "name" | "constraints">,
  committing: boolean,
): unknown {
  const stated = statedProblem(error, act.constraints);
  if (stated) return stated;
  logDatabaseFault(error, { part: act.name });
  if (error instanceof CommittedAllTheSame) return new Problem(actProblems.outcome_unknown);
  if (isDatabaseAway(error)) return new Problem(committing ? actProblems.outcome_unknown : actProblems.busy);
  return asProblem(error);
}
