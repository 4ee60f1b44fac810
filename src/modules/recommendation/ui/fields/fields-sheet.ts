import type { SheetCell } from "#kernel/sheet-cell.ts";
import { m } from "#paraglide/messages.js";
import type { FieldLine } from "../../server/index.ts";

/** How wide each column is, in characters. */
const widths = [34, 48, 48, 12, 12, 14];

/** The taxonomy as a sheet: its heads, and the cells of a line, in the language of the page. */
export function fieldsSheet(fields: readonly FieldLine[]) {
  const names = new Map(fields.map(({ code, name }) => [code, name]));
  const heads = [
    m.field_code(),
    m.field_name(),
    m.field_parent(),
    m.field_from(),
    m.field_until(),
    m.field_matters(),
  ];
  const cells = ({ code, name, parent, from, until, matters }: FieldLine): SheetCell[] => [
    code,
    name,
    parent && (names.get(parent) ?? parent),
    from ? { day: from } : null,
    until ? { day: until } : null,
    matters,
  ];
  return { name: m.field_list_title(), heads, widths, cells };
}
