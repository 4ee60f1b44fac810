import { Problem } from "#kernel/problem.ts";
import type { Asking } from "#platform/server/act/act.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { matterForChange, matterById, type Matter } from "../matter/recommendation.store.ts";

/**
 * Whoever does something to a matter that was merged is told in which one it goes on, as far as they may know of that one; else
 * the state table refuses it.
 * @throws Problem `goes_on_elsewhere`
 */
export async function refuseMerged(asking: Asking, { id, goesOnId }: Matter): Promise<void> {
  if (goesOnId === id) return;
  const { code } = await matterById(asking.trx, goesOnId);
  const known = await matterForChange(asking, code).catch((error: unknown) => {
    if (error instanceof Problem && error.definition === problems.not_found) return null;
    throw error;
  });
  if (!known) return;
  const details = { status: "merged", goes_on: code };
  throw new Problem(problems.goes_on_elsewhere, { values: { code }, details });
}
