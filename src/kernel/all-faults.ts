import { Problem } from "./problem.ts";

/**
 * One refusal that names the faults of all that was found; its own sentence is that of the first. What is no fault of a field
 * is told by itself: no field can say it.
 */
export function refuseAny(found: readonly Problem[]): void {
  const ofNoField = found.find(({ faults }) => faults.length === 0);
  if (ofNoField) throw ofNoField;
  const [first] = found;
  if (!first) return;
  const { vi, en } = first;
  const faults = found.flatMap(({ faults }) => faults);
  const details = Object.assign({}, ...found.map(({ details }) => details)) as Record<string, unknown>;
  throw new Problem({ ...first.definition, vi, en }, { faults, details });
}

/** What checks refuse that do not hang on each other: all of it at once, however many refuse. */
export function refuseTogether(...checks: readonly (() => void)[]): void {
  refuseAny(checks.flatMap(refused));
}

/** The same of checks that ask the register. */
export async function refuseAllTogether(...checks: readonly (() => unknown)[]): Promise<void> {
  const found: Problem[] = [];
  for (const check of checks) {
    try {
      await check();
    } catch (error) {
      found.push(asRefusal(error));
    }
  }
  refuseAny(found);
}

/** What a check refuses; anything else that it throws goes on. */
export function refused(check: () => void): Problem[] {
  try {
    check();
    return [];
  } catch (error) {
    return [asRefusal(error)];
  }
}

function asRefusal(error: unknown): Problem {
  if (error instanceof Problem) return error;
  throw error;
}
