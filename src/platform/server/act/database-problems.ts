import { Problem, type ProblemDefinition } from "#kernel/problem.ts";
import { actProblems } from "./problems.ts";

type DatabaseError = Error & { code: string; constraint?: string };

/** Deadlock, serialization failure, lock or statement timeout, no memory, too many connections: trying again helps. */
const passing = new Set(["40001", "40P01", "55P03", "57014", "53000", "53200", "53300", "53400"]);

/** The disk is full, or answers with errors. */
const notWritable = new Set(["53100", "58000", "58030"]);

/** A standby, or a database that is being looked after, takes no writes. */
const readOnly = "25006";

/** What was prepared is not there any more, or the two sides have lost each other: a pooler, or a server, in between. */
const outOfStep = new Set(["26000", "42P05", "08P01"]);

/** The server is being started again, or nobody listens: it refuses the connection. */
const notThere = new Set(["57P03", "ECONNREFUSED", "ENOENT", "ENOTFOUND", "EAI_AGAIN"]);

/** Unique, exclusion, foreign key: what was looked at before is not so any more, for somebody wrote at the same moment. */
const metAnother = new Set(["23505", "23P01", "23503"]);

/** Check, not null, and values that no column takes: too long, too large, not of the form. */
const notStorable = new Set([
  "23514",
  "23502",
  "22001",
  "22003",
  "22007",
  "22008",
  "22021",
  "22P02",
  "22P05",
]);

/** The connection was ended by the server (or what the server says when it goes), or broke on the way. */
const lost = new Set(["57P01", "57P02", "57P04", "57P05", "25P03", "ECONNRESET", "EPIPE", "ETIMEDOUT"]);

/** What the driver says without a code of a connection that is no more, or that it waited for in vain. */
const lostInWords =
  /^Connection terminated|^Query read timeout|connection error and is not queryable|^timeout expired$|^Client was closed|^Cannot use a pool after/;

/**
 * The one place where the database's refusals become problems; anything else stays what it is. Whether something was
 * written when the database went away is for the runner of acts to say.
 */
export function asProblem(error: unknown): unknown {
  if (isDatabaseAway(error)) return new Problem(actProblems.database_away);
  if (isCrowded(error)) return new Problem(actProblems.busy);
  if (error instanceof Error && error.message === noTurnForReport)
    return new Problem(actProblems.reports_waiting);
  const definition = isDatabaseError(error) ? problemOf(error.code) : null;
  return definition ? new Problem(definition) : error;
}

/** The rule that an act says a constraint states, when that refused it. */
export function statedProblem(
  error: unknown,
  constraints: Readonly<Record<string, ProblemDefinition>> = {},
): Problem | null {
  if (!isDatabaseError(error) || !error.constraint) return null;
  const definition = constraints[error.constraint];
  return definition ? new Problem(definition) : null;
}

/** What the database refuses though the act had looked: somebody was faster, or the input should have been refused. */
export function isUnforeseen(error: unknown): error is DatabaseError {
  return isDatabaseError(error) && (metAnother.has(error.code) || notStorable.has(error.code));
}

function problemOf(code: string): ProblemDefinition | null {
  if (metAnother.has(code)) return actProblems.met_another;
  if (notStorable.has(code)) return actProblems.not_storable;
  if (notWritable.has(code)) return actProblems.not_writable;
  if (code === readOnly) return actProblems.read_only;
  return passing.has(code) ? actProblems.busy : null;
}

/** Whether the database could not be reached, or was lost while it was asked. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  const syscall = "syscall" in error ? String(error.syscall) : "";
  if (code === "57P03" || isOutOfStep(error)) return true;
  if (notThere.has(code)) return ["connect", "getaddrinfo"].includes(syscall);
  if (lost.has(code)) return isSqlState(code) || ["connect", "read", "write"].includes(syscall);
  return code === "" && lostInWords.test(error.message);
}

/** Whether the server took the question and gave no answer at all: the driver's own words, when its time is over. */
export function isSilence(error: unknown): boolean {
  return error instanceof Error && /^Query read timeout|^timeout expired$/.test(error.message);
}

/** What is thrown when it was the connections of the reports. No Problem yet: a page would show that in place of a table. */
export const noTurnForReport = "no turn came for a report";

/** Whether all connections were in use, for as long as one may be waited for: nothing was asked. */
export function isCrowded(error: unknown): boolean {
  return error instanceof Error && error.message === "timeout exceeded when trying to connect";
}

/** A connection whose prepared statements cannot be relied on. */
export function isOutOfStep(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return outOfStep.has(code) || (/^08[0-9A-Z]{3}$/.test(code) && isSqlState(code));
}

/** Whether the server did not know a statement that was named to it, or knew another by its name: it has not begun. */
export function isUnknownStatement(error: unknown): boolean {
  return isDatabaseError(error) && (error.code === "26000" || error.code === "42P05");
}

function isDatabaseError(error: unknown): error is DatabaseError {
  return (
    error instanceof Error && "code" in error && typeof error.code === "string" && isSqlState(error.code)
  );
}

function isSqlState(code: string): boolean {
  return /^[0-9A-Z]{5}$/.test(code) && code !== "EPIPE";
}
