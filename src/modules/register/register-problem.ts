import { Problem } from "#kernel/problem.ts";
import { registerProblems } from "./problems.ts";

/** A fault of a register file; `path` as in `recommendations[12].events[3].due`, "" for the file itself. */
export type RegisterProblem = {
  readonly path: string;
  readonly code: string;
  readonly vi: string;
  readonly en: string;
};

export type RegisterFault = keyof typeof registerProblems;

/** So many faults are told at once; a file with more is wrong from the ground up. */
export const PROBLEMS_TOLD = 100;

export function problemAt(
  path: string,
  fault: RegisterFault,
  values: Record<string, string | number> = {},
): RegisterProblem {
  const { definition, vi, en } = new Problem(registerProblems[fault], { values });
  return { path, code: definition.code, vi, en };
}

/** `["events", 3, "due"]` → `events[3].due` */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
    .join("")
    .replace(/^\./, "");
}
