import { Problem } from "#kernel/problem.ts";
import { dayRefusal } from "../../fact-gaps.ts";
import type { MatterEvent } from "../../matter.ts";
import { recommendationProblems as problems } from "../../problems.ts";

/** @throws Problem where the days of a fact do not go together; its other parts do not matter */
export function refuseDays(fact: MatterEvent): void {
  const refusal = dayRefusal(fact);
  if (refusal) throw new Problem(problems[refusal.problem], refusal);
}
