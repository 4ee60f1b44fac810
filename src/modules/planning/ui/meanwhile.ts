import { carriedIn } from "#kernel/carried.ts";
import { dayOf } from "#kernel/typed-date.ts";
import { plannedSaid, rowsFilled, type PlanValues } from "./plan-form.ts";

/** A field that somebody else changed while it was being filled in here; each value as the form holds it. */
export type Meanwhile = {
  readonly field: string;
  readonly was: string;
  readonly now: string;
  /** What was typed here instead; null where nothing was, so that the new value is taken. */
  readonly typed: string | null;
};

/**
 * What others changed of a draft, field by field, and the form to go on with: what was typed here stays, and what was
 * left alone here follows them. `base` is the draft as it was when the form was opened, `stored` as it is now.
 */
export function meanwhile(
  base: PlanValues,
  stored: PlanValues,
  posted: PlanValues,
): { changes: Meanwhile[]; values: PlanValues } {
  const typed = withDaysRead(posted);
  const follows = followedRows(base, stored, typed);
  const stood = follows === "by row" ? withAddedBehind(base, stored, typed) : stored;
  const values: Record<string, string> = { ...posted };
  const changes: Meanwhile[] = [];
  for (const field of new Set([...Object.keys(base), ...Object.keys(stood)])) {
    const [was, now, here] = [base[field] ?? "", stood[field] ?? "", typed[field] ?? ""];
    if (was === now || here === now) continue;
    const row = /^planned-(\d+)-/.exec(field)?.[1];
    const taken = row === undefined ? here === was : isRowTaken(follows, base, typed, Number(row));
    if (taken) values[field] = now;
    if (!field.endsWith("-continues")) changes.push({ field, was, now, typed: taken ? null : here });
  }
  return { changes, values };
}

/** The draft as it was when a form was opened, as the form brings it back; nothing where it does not. */
export function baseIn(posted: PlanValues): PlanValues {
  const base = carriedIn(posted.recorded);
  const entries = typeof base === "object" && base !== null ? Object.entries(base) : [];
  return Object.fromEntries(entries.filter(([, value]) => typeof value === "string")) as PlanValues;
}

/** Days as they are recorded, however they were typed. */
function withDaysRead(posted: PlanValues): PlanValues {
  const entries = Object.entries(posted).map(([name, value]) => [
    name,
    name.endsWith("-planned_on") ? String(dayOf(value)) : value,
  ]);
  return Object.fromEntries(entries) as PlanValues;
}

type Followed = "all" | "by row" | "none";

/**
 * Planned conferences have no name but their place. Where none was touched here, all of the others' are taken; where no
 * row moved on either side, each row by itself; where one moved, as after one was taken out, nothing can be told apart.
 */
function followedRows(base: PlanValues, stored: PlanValues, typed: PlanValues): Followed {
  const rows = [...rowsFilled(base), ...rowsFilled(typed)];
  if (rows.every((row) => plannedSaid(base, row) === plannedSaid(typed, row))) return "all";
  return rowsStay(base, stored) && rowsStay(base, typed) ? "by row" : "none";
}

/** Whether every row of the first still stands in its place, whatever it says by now. */
function rowsStay(base: PlanValues, later: PlanValues): boolean {
  const [before, after] = [rowsFilled(base), rowsFilled(later)];
  const left = (row: number) => plannedSaid(base, row) !== plannedSaid(later, row);
  const movedTo = (row: number) =>
    after.some((other) => other !== row && plannedSaid(base, row) === plannedSaid(later, other));
  return before.every((row) => after.includes(row)) && !before.some((row) => left(row) && movedTo(row));
}

function isRowTaken(follows: Followed, base: PlanValues, typed: PlanValues, row: number): boolean {
  if (follows !== "by row") return follows === "all";
  const untouched = plannedSaid(base, row) === plannedSaid(typed, row);
  return untouched || !rowsFilled(typed).includes(row);
}

/** What others added stands behind what was added here, so that neither takes the other's row. */
function withAddedBehind(base: PlanValues, stored: PlanValues, typed: PlanValues): PlanValues {
  const known = new Set(rowsFilled(base));
  const free = (rowsFilled(typed).at(-1) ?? -1) + 1;
  const added = rowsFilled(stored).filter((row) => !known.has(row));
  const placeOf = new Map(added.map((row, index) => [row, free + index]));
  const entries = Object.entries(stored).map(([name, value]) => {
    const [, row, part] = /^planned-(\d+)-(\w+)$/.exec(name) ?? [];
    const place = row === undefined ? undefined : placeOf.get(Number(row));
    return [place === undefined ? name : `planned-${place}-${part}`, value];
  });
  return Object.fromEntries(entries) as PlanValues;
}
