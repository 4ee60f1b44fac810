import type { SheetCell } from "#kernel/sheet-cell.ts";
import { m } from "#paraglide/messages.js";
import type { Against } from "../against.ts";

export const sheetWidths = [18, 44, 14, 14, 14, 14];

/** The table by unit as rows of a sheet, its sum at the end; what nobody asked stays empty. */
export function againstSheet({ units, totals }: Pick<Against, "units" | "totals">): SheetCell[][] {
  const heads = [
    ...[m.planning_unit_code(), m.planning_unit(), m.planning_required(), m.planning_foreseen()],
    ...[m.planning_held(), m.planning_shortfall()],
  ];
  const figures = (line: Against["totals"]) => [line.required, line.planned, line.held, line.shortfall];
  return [
    heads.map((heading) => ({ heading })),
    ...units.map((line) => [line.unit, line.name, ...figures(line)]),
    ["", m.planning_total(), ...figures(totals)],
  ];
}
