import type { FieldFault } from "#kernel/problem.ts";
import type { PlanReading, UnitToPlan } from "../server/index.ts";

/** What the form shows and sends: texts by field name, `asked-0-required`, `planned-0-topic` … */
export type PlanValues = Readonly<Record<string, string>>;

const askedParts = ["unit", "required", "form", "chair_capacity"] as const;
const plannedParts = [
  "unit",
  "quarter",
  "planned_on",
  "form",
  "chair_capacity",
  "audience",
  "topic",
  "place",
  "continues",
] as const;
/** By these a row says that a conference is planned; its unit and form stand there from the beginning. */
const tellingParts = ["quarter", "planned_on", "audience", "topic", "place", "continues"];

/** The recorded draft as the form shows it: a line for each unit that can be asked, also where nothing is. */
export function valuesOf(plan: PlanReading, units: readonly UnitToPlan[]): PlanValues {
  const asked = new Map(plan.requirements.map((line) => [line.unit, line]));
  const askedValues = units.flatMap(({ code }, row) => {
    const line = asked.get(code);
    const { required, form, chairCapacity } = line ?? { required: null, form: null, chairCapacity: null };
    const texts = { unit: code, required: required?.toString(), form, chair_capacity: chairCapacity };
    return askedParts.map((part) => [`asked-${row}-${part}`, texts[part] ?? ""]);
  });
  const plannedValues = plan.planned.flatMap((line, row) => {
    const texts: Record<string, string | null> = {
      unit: line.unit,
      quarter: String(line.quarter),
      planned_on: line.plannedOn,
      form: line.form,
      chair_capacity: line.chairCapacity,
      audience: line.audience,
      topic: line.topic,
      place: line.place,
      continues: line.continues,
    };
    return plannedParts.map((part) => [`planned-${row}-${part}`, texts[part] ?? ""]);
  });
  return Object.fromEntries([["note", plan.note ?? ""], ...askedValues, ...plannedValues]) as PlanValues;
}

/** How many rows for planned conferences to show: those asked for, those filled in, one at least. */
export function plannedRows(values: PlanValues, most: number): number {
  const asked = Number(values.planned_rows ?? 0) || 0;
  const filled = rowsFilled(values).map((row) => row + 1);
  return Math.min(most, Math.max(1, asked, ...filled));
}

/** The row after the last that is filled in. */
export function nextFreeRow(values: PlanValues): number {
  return (rowsFilled(values).at(-1) ?? -1) + 1;
}

/** All that a row for a planned conference says, to tell whether two rows say the same. */
export function plannedSaid(values: PlanValues, row: number): string {
  return JSON.stringify(plannedParts.map((part) => values[`planned-${row}-${part}`] ?? ""));
}

/** The rows for planned conferences in which something is said, by their places. */
export function rowsFilled(fields: Readonly<Record<string, unknown>>): number[] {
  const rows = Object.keys(fields).flatMap((name) => {
    const [, row, part] = /^planned-(\d{1,3})-(\w+)$/.exec(name) ?? [];
    return row !== undefined && tellingParts.includes(part!) && fields[name] ? [Number(row)] : [];
  });
  return [...new Set(rows)].toSorted((one, other) => one - other);
}

/** The lines where a number was typed; one left empty asks nothing. */
function askedRows(fields: Readonly<Record<string, unknown>>): number[] {
  const rows = Object.keys(fields).flatMap((name) => /^asked-(\d{1,3})-required$/.exec(name)?.[1] ?? []);
  return rows.map(Number).filter((row) => String(fields[`asked-${row}-required`]).trim() !== "");
}

/** Posted fields → the input of the act that changes a draft. */
export function planInput(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const part = (prefix: string, row: number, parts: readonly string[]) =>
    Object.fromEntries(parts.map((name) => [name, fields[`${prefix}-${row}-${name}`] ?? ""]));
  const planned = rowsFilled(fields).map((row) => part("planned", row, plannedParts));
  return {
    note: fields.note,
    expected_version: fields.expected_version,
    requirements: askedRows(fields).map((row) => part("asked", row, askedParts)),
    planned,
  };
}

/** The same form with one number for every unit below the plan's own, which stands first. */
export function filled(values: PlanValues, own: number): PlanValues {
  const rows = Object.keys(values).flatMap((name) => /^asked-(\d{1,3})-unit$/.exec(name)?.[1] ?? []);
  const below = rows
    .filter((row) => Number(row) >= own)
    .map((row) => [`asked-${row}-required`, values.fill_with ?? ""]);
  return { ...values, ...(Object.fromEntries(below) as PlanValues) };
}

/** The same form without one of its planned conferences; those after it move up. */
export function withoutRow(values: PlanValues, removed: number): PlanValues {
  const kept = Object.entries(values).flatMap(([name, value]) => {
    const [, row, part] = /^planned-(\d{1,3})-(\w+)$/.exec(name) ?? [];
    if (row === undefined || Number(row) < removed) return [[name, value]];
    return Number(row) === removed ? [] : [[`planned-${Number(row) - 1}-${part}`, value]];
  });
  const shown = Number(values.planned_shown ?? 1) - 1;
  return { ...(Object.fromEntries(kept) as PlanValues), planned_rows: String(shown) };
}

/** Faults name lines by their place among the filled rows; the form needs the row itself. */
export function faultsByRow<Fault extends Pick<FieldFault, "field">>(
  faults: readonly Fault[],
  values: Readonly<Record<string, unknown>>,
): Fault[] {
  const rows = { requirements: askedRows(values), planned: rowsFilled(values) };
  return faults.map((fault) => {
    const [, list, index, part] = /^(requirements|planned)\.(\d+)\.(\w+)$/.exec(fault.field) ?? [];
    if (list === undefined) return fault;
    const row = rows[list as keyof typeof rows][Number(index)] ?? index;
    return { ...fault, field: `${list === "planned" ? "planned" : "asked"}-${row}-${part}` };
  });
}
