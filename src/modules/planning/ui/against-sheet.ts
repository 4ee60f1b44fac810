import type { SheetCell } from "#kernel/sheet-cell.ts";
import { m } from "#paraglide/messages.js";
import type { Against, UnitLine } from "../against.ts";

const widths = [18, 44, 14, 14, 14, 14];

/** The table by unit as a sheet: its heads, and the cells of a line; what nobody asked stays empty. */
export function againstSheet() {
  const heads = [
    m.planning_unit_code(),
    m.planning_unit(),
    m.planning_required(),
    m.planning_foreseen(),
    m.planning_held(),
    m.planning_shortfall(),
  ];
  const cells = ({ unit, name, required, planned, held, shortfall }: UnitLine): SheetCell[] => [
    unit,
    name,
    required,
    planned,
    held,
    shortfall,
  ];
  return { name: m.planning_against(), heads, widths, cells };
}

/** Its lines, the sum at the end. */
export function againstLines({ units, totals }: Pick<Against, "units" | "totals">): UnitLine[] {
  return [...units, { unit: "", name: m.planning_total(), ...totals }];
}
