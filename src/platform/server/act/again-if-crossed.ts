import { Problem } from "#kernel/problem.ts";
import { setTimeout as sleep } from "node:timers/promises";
import { isSentTwice } from "./once-only.ts";
import { actProblems } from "./problems.ts";

/** Thrown where an act finds, once it has its locks, that others have changed meanwhile what it would have to lock. */
export class Crossed extends Error {}

/** Between the attempts, in milliseconds. */
const waits = [0, 20, 50, 100, 200, 400];

/** A serialization failure, two that waited for each other: the database has taken everything back. */
const takenBack: readonly unknown[] = ["40001", "40P01"];

/**
 * A transaction that crossed another, in which nothing was committed, is made again from its beginning, whoever asked.
 * @throws Problem `busy` where it is crossed each time; whatever else the attempt throws
 */
export async function againIfCrossed<T>(attempt: () => Promise<T>): Promise<T> {
  for (const wait of waits) {
    try {
      return await attempt();
    } catch (error) {
      if (!isCrossed(error)) throw error;
      await sleep(wait);
    }
  }
  try {
    return await attempt();
  } catch (error) {
    throw error instanceof Crossed ? new Problem(actProblems.busy) : error;
  }
}

/** Whether it is to be made again: the database has taken everything back. */
export function isCrossed(error: unknown): boolean {
  return (
    error instanceof Crossed ||
    isSentTwice(error) ||
    (error instanceof Error && "code" in error && takenBack.includes(error.code))
  );
}
