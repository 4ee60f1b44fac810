import type { SheetCell } from "#kernel/sheet-cell.ts";
import { m } from "#paraglide/messages.js";
import type { PlanLine } from "../server/index.ts";
import { planStateTag, planTitle } from "./texts.ts";

/** How wide each column is, in characters. */
const widths = [40, 44, 18, 14, 12, 12, 12, 18];

/** The list of plans as a sheet: its heads, and the cells of a line, in the language of the page. */
export function planSheet() {
  const heads = [
    m.navigation_plans(),
    m.planning_unit(),
    m.planning_symbol(),
    m.planning_issued_on(),
    m.planning_units_asked(),
    m.planning_required(),
    m.planning_foreseen(),
    m.planning_state(),
  ];
  const cells = (line: PlanLine): SheetCell[] => [
    planTitle(line),
    line.unitName,
    line.symbol,
    line.issuedOn ? { day: line.issuedOn } : null,
    line.units,
    line.required,
    line.planned,
    planStateTag(line.state).label,
  ];
  return { name: m.planning_list_title(), heads, widths, cells };
}
