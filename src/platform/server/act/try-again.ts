import { Problem } from "#kernel/problem.ts";
import { setTimeout as sleep } from "node:timers/promises";
import { actProblems } from "./problems.ts";

/** Between the attempts, in milliseconds: together as long as a server takes that starts again after a fall. */
const waits = [200, 400, 800, 1600];

/**
 * An attempt whose outcome is unknown is made again, which only what is done once however often it is asked may be.
 * The answer then is the first one's, if that was written after all.
 * @throws Problem `outcome_unknown` where it stays so; whatever the attempt is refused with
 */
export async function tryAgain<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!isOneOf(error, actProblems.outcome_unknown)) throw error;
    return settled(attempt, error);
  }
}

async function settled<T>(attempt: () => Promise<T>, unknown: unknown): Promise<T> {
  for (const wait of waits) {
    await sleep(wait);
    try {
      return await attempt();
    } catch (error) {
      // Still away: of the first attempt no more is known than before.
      if (!isOneOf(error, actProblems.outcome_unknown, actProblems.busy)) throw error;
    }
  }
  throw unknown;
}

function isOneOf(error: unknown, ...definitions: readonly { readonly code: string }[]): boolean {
  return error instanceof Problem && definitions.some(({ code }) => code === error.definition.code);
}
