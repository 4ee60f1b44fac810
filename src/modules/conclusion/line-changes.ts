import type { Assigned, LineCoordinator, LinePart, NoticeLine } from "./conclusion.ts";

/** What an edition does to a line of the one before. */
export type LineChange = {
  readonly matter: string;
  readonly kind: "same" | "added" | "removed" | "changed";
  /** The parts that differ, of a changed line. */
  readonly parts: readonly LinePart[];
  readonly before: NoticeLine | null;
  readonly after: NoticeLine | null;
};

/** Two editions line by line: those of the later one in their order, then those that it leaves out. */
export function lineChanges(before: readonly NoticeLine[], after: readonly NoticeLine[]): LineChange[] {
  const earlier = new Map(before.map((line) => [line.matter, line]));
  const kept = new Set(after.map(({ matter }) => matter));
  const removed = before.filter(({ matter }) => !kept.has(matter));
  return [
    ...after.map((line) => changeOf(earlier.get(line.matter) ?? null, line)),
    ...removed.map((line): LineChange => ({
      matter: line.matter,
      kind: "removed",
      parts: [],
      before: line,
      after: null,
    })),
  ];
}

function changeOf(before: NoticeLine | null, after: NoticeLine): LineChange {
  const { matter } = after;
  if (!before) return { matter, kind: "added", parts: [], before, after };
  const parts: LinePart[] = [
    ...(before.task === after.task ? [] : ["task" as const]),
    ...assignmentParts(before, after),
  ];
  return { matter, kind: parts.length > 0 ? "changed" : "same", parts, before, after };
}

/** In which parts two assignments differ. */
export function assignmentParts(one: Assigned, other: Assigned): LinePart[] {
  return [
    ...(one.lead === other.lead ? [] : ["lead" as const]),
    ...(one.dueOn === other.dueOn ? [] : ["due" as const]),
    ...(helpersKey(one) === helpersKey(other) ? [] : ["coordinators" as const]),
  ];
}

/** A date of a helper's own that is the line's is none of its own. */
function helpersKey({ coordinators, dueOn }: Assigned): string {
  const key = ({ unit, duty, dueOn: own }: LineCoordinator) => [unit, duty ?? "", own ?? dueOn ?? ""];
  return JSON.stringify(coordinators.map(key).toSorted((a, b) => (a[0]! < b[0]! ? -1 : 1)));
}

/** Whether the line has to be assigned again: a task told in other words is the same work. */
export function asksAssignment({ kind, parts }: LineChange): boolean {
  return kind === "added" || (kind === "changed" && parts.some((part) => part !== "task"));
}
