import type { FieldFault } from "#kernel/problem.ts";
import { readTypedDate } from "#kernel/typed-date.ts";
import { readTypedNumber } from "#kernel/typed-number.ts";
import {
  choiceWritten,
  pastedRows,
  quarterWritten,
  textWritten,
  unitMeant,
  wrong,
  type At,
  type PastedList,
  type PastedRow,
} from "../pasted.ts";
import { pastedFaults as sentences } from "../pasted-faults.ts";
import { MOST_PLANNED } from "../plan.ts";
import { isInQuarter, quarterOf, type Quarter } from "../quarter.ts";
import { nextFreeRow, type PlanValues } from "./plan-form.ts";

/** What became of a pasted text: every row, every cell at fault, and the form with all of it where none is. */
export type Pasted = {
  readonly list: PastedList;
  readonly rows: readonly PastedRow[];
  readonly faults: readonly FieldFault[];
  readonly values: PlanValues;
};

type Unit = { readonly code: string; readonly name: string };
type Known = { readonly units: readonly Unit[]; readonly year: number };

/** The form with pasted lines in it: all of them, or none where a cell is at fault. */
export function paste(list: PastedList, text: string, values: PlanValues, known: Known): Pasted {
  const rows = pastedRows(list, text);
  const faults: FieldFault[] = [];
  const at =
    (index: number): At =>
    (column, sentence) =>
      void faults.push({ field: `rows.${index}.${column}`, ...sentence });
  const added = list === "asked" ? askedIn(rows, known, at) : plannedIn(rows, known, nextFreeRow(values), at);
  const kept = faults.length > 0 || rows.length === 0 ? values : { ...values, ...added };
  return { list, rows, faults, values: kept };
}

type Places = (index: number) => At;

function askedIn(rows: readonly PastedRow[], { units }: Known, place: Places): PlanValues {
  const seen = new Set<string>();
  const entries = rows.flatMap((row, index) => {
    const at = place(index);
    const code = unitMeant(row.unit, units, at);
    if (code && seen.has(code)) at("unit", sentences.twice);
    seen.add(code);
    const name = (part: string) => `asked-${units.findIndex((unit) => unit.code === code)}-${part}`;
    return [
      [name("required"), numberWritten(row.required, at)],
      [name("form"), choiceWritten("form", row.form, at)],
      [name("chair_capacity"), choiceWritten("chair_capacity", row.chair_capacity, at)],
    ] as const;
  });
  return Object.fromEntries(entries);
}

function numberWritten(written: string | undefined, at: At): string {
  if (!written) return wrong(at, "required", sentences.required);
  const number = readTypedNumber(written);
  return number !== null && number >= 0 && number <= 1000
    ? String(number)
    : wrong(at, "required", sentences.notANumber(written));
}

function plannedIn(rows: readonly PastedRow[], known: Known, first: number, place: Places): PlanValues {
  const entries = rows.flatMap((row, index) => {
    const at = place(index);
    if (first + index >= MOST_PLANNED) at("quarter", sentences.tooMany);
    const line = {
      unit: unitMeant(row.unit, known.units, at),
      ...daysIn(row, known.year, at),
      form: choiceWritten("form", row.form, at) || "periodic",
      chair_capacity: choiceWritten("chair_capacity", row.chair_capacity, at),
      topic: textWritten("topic", row.topic, 500, at),
      audience: textWritten("audience", row.audience, 500, at),
      place: textWritten("place", row.place, 300, at),
    };
    return Object.entries(line).map(([part, value]) => [`planned-${first + index}-${part}`, value] as const);
  });
  return Object.fromEntries(entries);
}

/** A day tells its quarter by itself; one that is written too must be the same. */
function daysIn({ quarter: written, planned_on: day }: PastedRow, year: number, at: At) {
  const quarter = quarterWritten(written, at);
  const on = day ? (readTypedDate(day)?.toString() ?? wrong(at, "planned_on", sentences.notADay(day))) : "";
  if (on && !on.startsWith(String(year))) at("planned_on", sentences.otherYear(year));
  else if (on && quarter && !isInQuarter(on, year, Number(quarter) as Quarter)) {
    at("planned_on", sentences.otherQuarter);
  }
  if (!written && !on) at("quarter", sentences.required);
  return { quarter: quarter || (on ? String(quarterOf(on)) : ""), planned_on: on };
}
