import { optionalOf } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { z } from "zod";
import { recommendationProblems as problems } from "../../problems.ts";
import { promiseIn, promiseChoices, type PromiseChoice } from "../../promise-in-words.ts";

/** What becomes of a promise in the words of an answer; asked only where there is one. */
export const promiseInput = optionalOf(z.enum(promiseChoices));
/** The same where the task is a move of its own. */
export const toldInput = optionalOf(z.enum(["told"]));

/**
 * The day of the task that an answer is to be instead, because it promises something for that day; null where it stays
 * the answer: nothing is promised, or whoever writes it says that it is told all the same.
 * @throws Problem `promise_in_answer`, while nobody has said which; `promise_not_asked` where somebody has of nothing promised
 */
export function promiseTaken(text: string, on: string, choice: PromiseChoice | undefined): string | null {
  const found = promiseIn(text, on);
  if (!found && choice)
    throw new Problem(problems.promise_not_asked, { field: "promise", details: { not_asked: ["promise"] } });
  if (!found || choice === "told") return null;
  if (choice === "task") return found.on;
  const values = { words: found.words, on: found.on };
  throw new Problem(problems.promise_in_answer, { field: "promise", values, details: { due: found.on } });
}
