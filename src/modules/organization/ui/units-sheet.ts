import type { SheetCell } from "#kernel/sheet-cell.ts";
import { m } from "#paraglide/messages.js";
import type { KindBelow } from "../server/index.ts";
import { typeText } from "./texts.ts";

/** How wide each column is, in characters. */
const widths = [18, 48, 20, 12, 12];

/** Units as a sheet: its heads, and the cells of a line, in the language of the page. */
export function unitsSheet() {
  const heads = [m.unit_code(), m.unit_name(), m.unit_kind(), m.unit_from(), m.unit_until()];
  const day = (on: string): SheetCell => (on.endsWith("infinity") ? null : { day: on });
  const cells = (unit: KindBelow["units"][number]): SheetCell[] => [
    unit.code,
    unit.name,
    typeText(unit),
    day(unit.fromOn),
    day(unit.untilOn),
  ];
  return { name: m.unit_list_title(), heads, widths, cells };
}
