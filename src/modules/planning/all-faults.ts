import { Problem } from "#kernel/problem.ts";

/** One refusal that names the faults of all lines; its own sentence is that of the first. */
export function refuseAny(found: readonly Problem[]): void {
  const [first] = found;
  if (!first) return;
  const { vi, en } = first;
  throw new Problem({ ...first.definition, vi, en }, { faults: found.flatMap(({ faults }) => faults) });
}
