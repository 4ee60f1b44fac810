import type { IsoDate } from "#kernel/calendar.ts";
import { Problem } from "#kernel/problem.ts";
import { deadlineProblems } from "./problems.ts";

export type ExtensionAsked = {
  /** The date in force: the original one, or that of the last extension granted. */
  readonly presentDue: IsoDate;
  /** Extensions granted so far; a refused request uses none up. */
  readonly granted: number;
  /** Day of asking. */
  readonly today: IsoDate;
  readonly newDue: IsoDate;
};

export const EXTENSIONS_AT_MOST = 2;

/**
 * Why an extension cannot be asked for; `null` when it can. It is asked on or before the present date, for a
 * later one, and a matter is extended `atMost` times. Nothing here replaces the original date: a grant is a
 * fact added beside it (`dueDates`).
 */
export function mayExtend(asked: ExtensionAsked, atMost: number = EXTENSIONS_AT_MOST): Problem | null {
  if (asked.granted >= atMost) {
    return new Problem(deadlineProblems.extension_too_many, { values: { granted: asked.granted } });
  }
  const values = { due: numeric(asked.presentDue) };
  if (asked.today > asked.presentDue) return new Problem(deadlineProblems.extension_after_expiry, { values });
  if (asked.newDue <= asked.presentDue) {
    return new Problem(deadlineProblems.extension_not_later, { values, field: "due" });
  }
  return null;
}

function numeric(date: IsoDate): string {
  const [year, month, day] = date.split("-");
  return `${day}/${month}/${year}`;
}
