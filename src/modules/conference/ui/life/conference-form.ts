import type { FieldFault } from "#kernel/problem.ts";
import { hourOf } from "#ui/posted.ts";
import { legalBases } from "../../steps/legal-bases.ts";
import type { ChairInPost, ConferenceReading, PlannedConference } from "../../server/index.ts";

/** What the form shows and sends: texts by field name; chairs as `chairs-0-name`, `chairs-0-capacity` … */
export type ConferenceValues = Readonly<Record<string, string>>;

const chairParts = ["name", "capacity", "is_head", "substitution_reason"] as const;
export const MOST_CHAIRS = 20;

/** The recorded conference as the form shows it. */
export function valuesOf(conference: ConferenceReading): ConferenceValues {
  const chairs = conference.chairs.flatMap(({ name, capacity, isHead, substitutionReason }, row) => [
    [`chairs-${row}-name`, name ?? ""],
    [`chairs-${row}-capacity`, capacity],
    [`chairs-${row}-is_head`, String(isHead)],
    [`chairs-${row}-substitution_reason`, substitutionReason ?? ""],
  ]);
  return {
    form: conference.form,
    held_on: conference.heldOn,
    starts_at: conference.startsAt ?? "",
    topic: conference.topic ?? "",
    place: conference.place ?? "",
    ad_hoc_reason: conference.adHocReason ?? "",
    ...basisValues(conference.legalBases),
    collect_until: conference.collectUntil ?? "",
    attendances: conference.attendances?.toString() ?? "",
    villages_represented: conference.villagesRepresented?.toString() ?? "",
    ...(Object.fromEntries(chairs) as ConferenceValues),
  };
}

/** What the plan says already, to begin with. */
export function valuesOfPlan(planned: PlannedConference): ConferenceValues {
  return {
    planned: planned.id,
    unit: planned.unit,
    form: planned.form,
    held_on: planned.plannedOn ?? "",
    topic: planned.topic ?? "",
    place: planned.place ?? "",
    ...(planned.chairCapacity && { "chairs-0-capacity": planned.chairCapacity }),
  };
}

/** The head of the unit in the first chair: of the capacity that the plan names, else the first there is. */
export function valuesOfHead(
  chairs: readonly ChairInPost[],
  unit: string | undefined,
  planned?: string,
): ConferenceValues {
  const own = chairs.filter((chair) => chair.unit === unit);
  const head = planned ? own.find(({ capacity }) => capacity === planned) : own[0];
  return head
    ? { "chairs-0-name": head.name, "chairs-0-capacity": head.capacity, "chairs-0-is_head": "true" }
    : {};
}

/** Bases on the list are ticked, the others written by line. */
function basisValues(citations: readonly string[]): ConferenceValues {
  const listed = legalBases.filter(({ citation }) => citations.includes(citation));
  const others = citations.filter((citation) => !listed.some((basis) => basis.citation === citation));
  const ticked = listed.map(({ code, citation }) => [`basis-${code}`, citation]);
  return { legal_bases: others.join("\n"), ...(Object.fromEntries(ticked) as ConferenceValues) };
}

/** How many rows for chairs to show: those asked for, those filled in, three at least. */
export function chairRows(values: ConferenceValues): number {
  const asked = Number(values.chair_rows ?? 0) || 0;
  const filled = Object.keys(values).flatMap((name) => {
    const row = /^chairs-(\d{1,2})-/.exec(name)?.[1];
    return row !== undefined && values[name] !== "" ? [Number(row) + 1] : [];
  });
  return Math.min(MOST_CHAIRS, Math.max(3, asked, ...filled));
}

/** The rows in which somebody is named or something is chosen; an empty row is no chair. */
function rowsFilled(fields: Readonly<Record<string, unknown>>): number[] {
  return Array.from({ length: MOST_CHAIRS }, (_, row) => row).filter((row) =>
    ["name", "capacity", "substitution_reason"].some((part) => fields[`chairs-${row}-${part}`]),
  );
}

/** Posted fields → the input of the acts that record and correct. */
export function conferenceInput(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const plain = Object.entries(fields).filter(([name]) => !/^(basis-|chair(s-|_rows$))/.test(name));
  const { starts_at, legal_bases, ...rest } = Object.fromEntries(plain);
  const chairs = rowsFilled(fields).map((row) =>
    Object.fromEntries(chairParts.map((part) => [part, fields[`chairs-${row}-${part}`]])),
  );
  const ticked = legalBases.flatMap(({ code, citation }) => (fields[`basis-${code}`] ? [citation] : []));
  const bases = [...new Set([...ticked, ...linesOf(legal_bases)])];
  return { ...rest, starts_at: hourOf(starts_at), legal_bases: bases, chairs };
}

/** Faults name chairs by their place among the filled rows; the form needs the row itself. */
export function faultsByRow<Fault extends Pick<FieldFault, "field">>(
  faults: readonly Fault[],
  values: Readonly<Record<string, unknown>>,
): Fault[] {
  const rows = rowsFilled(values);
  return faults.map((fault) => ({ ...fault, field: fieldByRow(fault.field, rows) }));
}

function fieldByRow(field: string, rows: readonly number[]): string {
  if (field === "chairs") return "chairs-0-name";
  if (field.startsWith("legal_bases.")) return "legal_bases";
  const [, index, part] = /^chairs\.(\d+)\.(\w+)$/.exec(field) ?? [];
  return index === undefined ? field : `chairs-${rows[Number(index)] ?? index}-${part}`;
}

function linesOf(typed: unknown): string[] {
  if (typeof typed !== "string") return [];
  return typed
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
