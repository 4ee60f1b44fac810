import { Problem, type ProblemDefinition } from "#kernel/problem.ts";
import { actProblems } from "./problems.ts";

type DatabaseError = Error & { code: string; constraint?: string };

/** Deadlock, serialization failure, lock or statement timeout, too many connections: trying again helps. */
const passing = new Set(["40001", "40P01", "55P03", "57014", "53300"]);

/** The one place where the database's refusals become problems; anything not foreseen stays what it is. */
export function asProblem(error: unknown, constraints: Readonly<Record<string, ProblemDefinition>>): unknown {
  if (!isDatabaseError(error)) return error;
  const stated = error.constraint ? constraints[error.constraint] : undefined;
  if (stated) return new Problem(stated);
  return passing.has(error.code) ? new Problem(actProblems.busy) : error;
}

function isDatabaseError(error: unknown): error is DatabaseError {
  return (
    error instanceof Error && "code" in error && typeof error.code === "string" && error.code.length === 5
  );
}
