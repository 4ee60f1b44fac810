import type { Assigned, LinePart } from "./conclusion.ts";
import { assignmentParts } from "./line-changes.ts";

/**
 * The parts of an assignment that somebody else has changed since the edition before and that the line does not say
 * either: to go on would undo their work unseen. `base` is what the edition before assigned, null where it did not;
 * `current` is the assignment in force, null where there is none.
 */
export function changedUnderneath(
  line: Assigned,
  base: Assigned | null,
  current: Assigned | null,
): LinePart[] {
  if (!current) return [];
  const fromLine = assignmentParts(current, line);
  if (!base) return fromLine;
  const fromBase = new Set(assignmentParts(current, base));
  return fromLine.filter((part) => fromBase.has(part));
}

/** Whether nothing is left to do, because the matter is assigned so already. */
export function isAssignedSo(line: Assigned, current: Assigned | null): boolean {
  return current !== null && assignmentParts(current, line).length === 0;
}
