import { carriedIn } from "#kernel/carried.ts";
import type { FormRefusal } from "#kernel/form-refusal.ts";

type Fields = Record<string, unknown>;

/** The name under which the place of one unit below is posted; the act tells its faults by the same. */
export const childField = (code: string): string => `child:${code}`;

/** What is posted for a unit that ends with the one above it. */
export const ENDS = "-";

/**
 * The units typed into one box: a line is a unit, by its code, or by its name with what it lies in after a comma; codes alone
 * may also stand beside each other.
 */
export function unitsTyped(typed: unknown): string[] {
  if (typeof typed !== "string") return [];
  return typed.split(/[\n;]/).flatMap((line) => {
    const words = line.split(/[\s,]+/).filter((word) => word !== "");
    return words.every(isCode) ? words : [line.trim()];
  });
}

const isCode = (word: string) => /^[A-Z0-9.-]+$/.test(word);

/** Those of them that stand there by a name: whoever arranges units knows their names. */
export const namesTyped = (typed: unknown): string[] => unitsTyped(typed).filter((unit) => /\s/.test(unit));

type CodeOf = (typed: string) => string;
const asTyped: CodeOf = (typed) => typed;

/** From the posted fields to the input of the act; what stands there by a name gets its code. */
export function arrangementInput(fields: Fields, codeOf = { from: asTyped, to: asTyped }): Fields {
  const { kind, on, symbol, children_to } = fields;
  const children = Object.entries(fields)
    // Of what was not chosen apart nothing is said.
    .filter(([name, to]) => name.startsWith(childField("")) && to !== "")
    .map(([name, to]) => childFrom(name.slice(childField("").length), to));
  const sides = { from: unitsTyped(fields.from).map(codeOf.from), to: unitsTyped(fields.to).map(codeOf.to) };
  return { kind, on, symbol, ...sides, children, children_to };
}

/** What was shown to whoever sends the form: the arrangement whose consequences they have read. */
export const SHOWN = "shown";

/** An arrangement by what its consequences follow from; written only once these were shown. */
export function arrangementShown(fields: Fields): string {
  const { kind, on, from, to } = arrangementInput(fields);
  return JSON.stringify([kind, on, from, to]);
}

function childFrom(unit: string, to: unknown): Fields {
  return to === ENDS ? { unit, ends: true } : { unit, to };
}

export type UnitChoice = { readonly code: string; readonly name: string };
export type ChildrenAsked = {
  readonly children: readonly UnitChoice[];
  readonly places: readonly UnitChoice[];
};

/** The form carries along what it was asked for, so that a refusal about something else does not take it away. */
export const ASKED = "asked";

const leavingBehind: readonly unknown[] = ["split", "abolish"];

/**
 * What a refused arrangement asks for: the units without a place, and the places there are. Where this refusal is about
 * something else, what an earlier one asked for, as long as the kind of arrangement leaves units behind.
 */
export function childrenAsked(refusal: Refused | undefined): ChildrenAsked | null {
  if (!refusal) return null;
  const { details, values } = refusal;
  return askedIn(details) ?? (leavingBehind.includes(values.kind) ? askedIn(carriedIn(values[ASKED])) : null);
}

type Refused = Pick<FormRefusal, "details" | "values">;

function askedIn(said: unknown): ChildrenAsked | null {
  const { children, places } = (said ?? {}) as Readonly<Record<string, unknown>>;
  return areUnits(children) && areUnits(places) ? { children, places } : null;
}

function areUnits(said: unknown): said is UnitChoice[] {
  const isUnit = (each: Partial<UnitChoice> | null) =>
    typeof each?.code === "string" && typeof each.name === "string";
  return Array.isArray(said) && said.every(isUnit);
}
