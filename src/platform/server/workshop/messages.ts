import { Problem } from "#kernel/problem.ts";

/** To a process beside: one work, or what is to be ready before the first. */
export type Order = { readonly file: string; readonly input: unknown } | { readonly prepare: string };

/** What a process beside answers; with it the memory that it holds, in bytes. */
export type Answer = { readonly memory: number } & (
  { readonly output: unknown } | { readonly problem: PlainProblem } | { readonly fault: string }
);

type PlainProblem = Pick<Problem, "definition" | "vi" | "en" | "faults" | "details" | "retryAfter">;

/** A problem as it goes from process to process: an error's class does not. */
export function plainProblem({ definition, vi, en, faults, details, retryAfter }: Problem): PlainProblem {
  return { definition, vi, en, faults, details, retryAfter };
}

export function problemAgain({ definition, vi, en, faults, details, retryAfter }: PlainProblem): Problem {
  const said = { ...definition, vi, en };
  return new Problem(said, { faults, details, ...(retryAfter !== undefined && { retryAfter }) });
}
