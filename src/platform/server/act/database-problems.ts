import { Problem, type ProblemDefinition } from "#kernel/problem.ts";
import { actProblems } from "./problems.ts";

type DatabaseError = Error & { code: string; constraint?: string };

/** Deadlock, serialization failure, lock or statement timeout, too many connections: trying again helps. */
const passing = new Set(["40001", "40P01", "55P03", "57014", "53300"]);

/** The server is being started again: it refuses the connection, so nothing of ours can have been written. */
const notThere = new Set(["57P03", "ECONNREFUSED", "ENOENT"]);

/** The one place where the database's refusals become problems; anything not foreseen stays what it is. */
export function asProblem(
  error: unknown,
  constraints: Readonly<Record<string, ProblemDefinition>> = {},
): unknown {
  if (isRefusedConnection(error)) return new Problem(actProblems.busy);
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

function isRefusedConnection(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error) || !notThere.has(String(error.code))) return false;
  return error.code === "57P03" || ("syscall" in error && error.syscall === "connect");
}
