import type { References } from "./register-references.ts";
import { problemAt, type RegisterProblem } from "./register-problem.ts";

export type Found = RegisterProblem[];
type Maybe = string | null | undefined;

const WHAT = {
  unit: ["đơn vị", "unit"],
  plan: ["kế hoạch", "plan"],
  conference: ["hội nghị", "conference"],
  turn: ["lượt ý kiến", "turn"],
  recommendation: ["kiến nghị", "recommendation"],
} as const;

/** A name that leads to nothing. One left out leads nowhere and is no fault. */
export function dangling(to: keyof typeof WHAT, value: Maybe, path: string, references: References): Found {
  if (value === null || value === undefined || references[to](value)) return [];
  const [what, what_en] = WHAT[to];
  return [problemAt(path, "dangling", { what, what_en, value })];
}

/** A name used before in the same list; the earlier place is told. */
export function duplicates<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  pathOf: (index: number) => string,
): Found {
  const first = new Map<string, number>();
  return items.flatMap((item, index) => {
    const key = keyOf(item);
    const before = first.get(key);
    if (before === undefined) first.set(key, index);
    return before === undefined
      ? []
      : [problemAt(pathOf(index), "duplicate", { value: key, first: pathOf(before) })];
  });
}

/** Something dated that befell a unit before it was, or when it was no more. The day of its end is still its own. */
export function outsideUnit(day: string, code: string, path: string, references: References): Found {
  const before = beforeUnit(day, code, path, references);
  if (before.length > 0) return before;
  const period = references.unit(code);
  if (period?.until && day > period.until) {
    return [problemAt(path, "after_unit", { day, unit: code, until: period.until })];
  }
  return [];
}

/** Something dated that befell a unit before it was. */
export function beforeUnit(day: string, code: string, path: string, references: References): Found {
  const from = references.unit(code)?.from;
  return from && day < from ? [problemAt(path, "before_unit", { day, unit: code, from })] : [];
}
