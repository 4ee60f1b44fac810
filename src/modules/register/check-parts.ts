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

/** Something dated that befell a unit before it was, or when it was no more. Its last day is still its own. */
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

/**
 * What a figure is counted from: on its day the unit must have been there, and with it all above it, or no report of
 * those above would count it.
 */
export function outOfPlace(day: string, code: string, path: string, references: References): Found {
  const outside = outsideUnit(day, code, path, references);
  if (outside.length > 0) return outside;
  const seen = new Set<string>();
  for (let unit = code; !seen.has(unit);) {
    seen.add(unit);
    const above = references.above(unit, day);
    if (above === undefined) return [];
    if (outsideUnit(day, above, path, references).length > 0)
      return [problemAt(path, "above_not_there", { day, unit, above })];
    unit = above;
  }
  return [];
}
