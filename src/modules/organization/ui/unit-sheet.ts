import { readTypedDate } from "#kernel/typed-date.ts";
import { rowsUnderHeadings } from "#kernel/sheet-rows.ts";
import type { UnitRow } from "../unit-rows.ts";

type Column = Exclude<keyof UnitRow, "line">;

/** The columns of the sheet: what they are called, what is written in the template's two example rows. */
export const sheetColumns: readonly {
  key: Column;
  heading: string;
  width: number;
  examples: [string, string];
}[] = [
  { key: "code", heading: "Mã đơn vị", width: 18, examples: ["XA-T1", "XA-VP"] },
  { key: "name", heading: "Tên đầy đủ", width: 36, examples: ["Thôn Đông Cao", "Văn phòng HĐND và UBND"] },
  { key: "kind", heading: "Loại", width: 16, examples: ["Thôn", "Cơ quan"] },
  { key: "parent", heading: "Mã đơn vị cấp trên", width: 22, examples: ["", ""] },
  { key: "from", heading: "Từ ngày", width: 14, examples: ["01/07/2025", ""] },
  { key: "until", heading: "Đến ngày", width: 14, examples: ["", ""] },
];

/**
 * The rows under the headings; days as `YYYY-MM-DD` however they were written. Null when a heading that every row
 * needs (code, name, kind) is missing.
 */
export function unitRowsIn(cells: readonly (readonly (string | null)[])[]): UnitRow[] | null {
  const rows = rowsUnderHeadings(cells, sheetColumns, ["code", "name", "kind"]);
  return rows && rows.map(({ line, ...row }) => ({ line, ...inOneLine(row) }));
}

function inOneLine(row: Partial<Record<Column, string>>): UnitRow {
  return Object.fromEntries(
    Object.entries(row).map(([column, text]) => {
      const written = text.replaceAll("\n", " ");
      const isDay = column === "from" || column === "until";
      return [column, isDay ? (readTypedDate(written)?.toString() ?? written) : written];
    }),
  );
}
