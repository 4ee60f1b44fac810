import { codesIn, withDays } from "#ui/posted.ts";

type Fields = Record<string, unknown>;

/** The name under which the place of one unit below is posted; the act tells its faults by the same. */
export const childField = (code: string): string => `child:${code}`;

/** What is posted for a unit that ends with the one above it. */
export const ENDS = "-";

/** From the posted fields to the input of the act. */
export function arrangementInput(fields: Fields): Fields {
  const { kind, on, symbol, children_to } = withDays(fields, "on");
  const children = Object.entries(fields)
    .filter(([name]) => name.startsWith(childField("")))
    .map(([name, to]) => childFrom(name.slice(childField("").length), to));
  const sides = { from: codesIn(fields.from), to: codesIn(fields.to) };
  return { kind, on, symbol, ...sides, children, children_to };
}

function childFrom(unit: string, to: unknown): Fields {
  return to === ENDS ? { unit, ends: true } : { unit, to };
}

export type UnitChoice = { readonly code: string; readonly name: string };
export type ChildrenAsked = {
  readonly children: readonly UnitChoice[];
  readonly places: readonly UnitChoice[];
};

/** What a refused arrangement asks for: the units without a place, and the places there are. */
export function childrenAsked(details: Readonly<Record<string, unknown>> | undefined): ChildrenAsked | null {
  if (!details || !Array.isArray(details.children) || !Array.isArray(details.places)) return null;
  return details as unknown as ChildrenAsked;
}
