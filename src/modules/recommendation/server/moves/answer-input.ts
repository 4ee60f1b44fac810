import { optionalDay, optionalText, textInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { z } from "zod";
import { composeAnswer } from "../../answer-parts.ts";
import { basisRefusal } from "../../fact-gaps.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import type { Outcome } from "../../statuses.ts";

const longest = 20_000;

/** What an answer consists of; `text` is its conclusion, or the whole of it. */
export const answerFields = {
  text: textInput(longest),
  action: optionalText(longest),
  done_on: optionalDay,
  basis: optionalText(2000),
  evidence: optionalText(5000),
};
type Said = z.output<z.ZodObject<typeof answerFields>>;

/** @throws Problem `refused_without_basis` where an answer refuses what was asked for and names no law for it */
export function refuseWithoutBasis(
  outcome: Outcome | null | undefined,
  text: string | null | undefined,
): void {
  const refusal = basisRefusal({ outcome, text });
  if (refusal) throw new Problem(problems[refusal.problem], refusal);
}

/** The one text that an answer is. */
export function answerGiven({ text, action, done_on, basis, evidence }: Said): string {
  return composeAnswer({ conclusion: text, action, doneOn: done_on, basis, evidence });
}

/** The same as it is stored. @throws Problem where the work lies in the future, or the whole is too long */
export function answerIn(said: Said, today: string): string {
  const { done_on } = said;
  if (done_on !== undefined && done_on > today) {
    throw new Problem(problems.in_the_future, { field: "done_on", values: { on: done_on } });
  }
  const whole = answerGiven(said);
  if (whole.length > longest) {
    throw new Problem(problems.answer_too_long, { field: "text", values: { maximum: longest } });
  }
  return whole;
}
