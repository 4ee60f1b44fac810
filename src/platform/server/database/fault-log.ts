import { log } from "../log.ts";
import { asProblem, isDatabaseAway, isUnforeseen } from "../act/database-problems.ts";
import { Problem } from "#kernel/problem.ts";

const quietFor = 60_000;

/** What was said last of each kind of fault: when, and how many have not been told since. */
type Told = Map<string, { at: number; untold: number }>;

/** One for the process, whose built bundle has its own copies of our modules. */
const slot = Symbol.for("doi-thoai.database-faults");
const told = ((globalThis as { [slot]?: Told })[slot] ??= new Map());

/**
 * Says in the log that the database failed: one line a minute for each kind of fault, however many meet it, with how
 * many were not told since the last; what it refused though no act foresaw it each time, whole. Answers false, and says nothing, of an error that is none of the database's.
 */
export function logDatabaseFault(error: unknown, about: Readonly<Record<string, unknown>> = {}): boolean {
  if (isUnforeseen(error)) {
    // Not the error itself: its detail has the values, which may be somebody's name.
    const { code, constraint, message, stack } = error;
    log.error(
      { ...about, code, constraint, reason: message, stack },
      "the database refused what nobody foresaw",
    );
    return true;
  }
  const problem = error instanceof Problem ? null : asProblem(error);
  if (!(problem instanceof Problem)) return false;
  const { code, message } = error as { code?: string; message: string };
  const kind = isDatabaseAway(error) ? "away" : (code ?? message);
  const now = performance.now();
  const before = told.get(kind);
  if (before && now - before.at < quietFor) before.untold += 1;
  else {
    told.set(kind, { at: now, untold: 0 });
    log.error(
      { ...about, code, reason: message || code, untold: before?.untold ?? 0 },
      "the database failed",
    );
  }
  return true;
}
