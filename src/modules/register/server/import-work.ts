import type { Recording } from "#modules/recommendation/server/index.ts";
import type { DB } from "#db";
import type { Transaction } from "kysely";
import type { RegisterFile } from "../register-file.ts";
import { PROBLEMS_TOLD, type RegisterProblem } from "../register-problem.ts";

export type Tally = { created: number; unchanged: number; extended: number };

/** Told after each part of the work: what, how many of how many. */
export type Progress = (part: string, done: number, all: number) => void;

/** One import under way. Faults are gathered, so that one reading tells them all. */
export type ImportWork = {
  readonly trx: Transaction<DB>;
  readonly file: RegisterFile;
  readonly by: Recording;
  readonly today: string;
  readonly progress: Progress;
  readonly tallies: Map<string, Tally>;
  readonly problems: RegisterProblem[];
  readonly warnings: { total: number; readonly told: RegisterProblem[] };
};

/** What is taken all the same and somebody should look at; the first hundred are told, and how many there are. */
export function warn({ warnings }: ImportWork, telling: () => RegisterProblem): void {
  warnings.total += 1;
  if (warnings.told.length < PROBLEMS_TOLD) warnings.told.push(telling());
}

export function tallyOf(work: ImportWork, part: string): Tally {
  const tally = work.tallies.get(part) ?? { created: 0, unchanged: 0, extended: 0 };
  work.tallies.set(part, tally);
  return tally;
}

export function slices<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) =>
    list.slice(i * size, (i + 1) * size),
  );
}

/** Whether two records say the same, whatever the order of their keys. */
export function sameRecord(a: unknown, b: unknown): boolean {
  return recordText(a) === recordText(b);
}

/** The same text for the same record, in whatever order its parts are written. */
export function recordText(record: unknown): string {
  return JSON.stringify(sorted(record)) ?? "";
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
