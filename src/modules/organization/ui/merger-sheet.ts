import { rowsUnderHeadings } from "#kernel/sheet-rows.ts";
import { readTypedDate } from "#ui/typed-date.ts";
import type { MergerRow } from "../merger-rows.ts";

type Column = Exclude<keyof MergerRow, "line">;

/** The columns of a sheet of village mergers, with the template's two example rows. */
export const mergerColumns: readonly {
  key: Column;
  heading: string;
  width: number;
  examples: [string, string];
}[] = [
  { key: "from", heading: "Mã các đơn vị cũ", width: 28, examples: ["XA-T1, XA-T2", "XA-T3"] },
  { key: "to", heading: "Mã đơn vị sau sáp nhập", width: 26, examples: ["XA-T12", "XA-T4"] },
  { key: "name", heading: "Tên đơn vị mới", width: 32, examples: ["Thôn Đoàn Kết", ""] },
  { key: "on", heading: "Ngày sáp nhập", width: 16, examples: ["01/03/2026", "01/03/2026"] },
  { key: "symbol", heading: "Số văn bản", width: 20, examples: ["12/NQ-HĐND", "12/NQ-HĐND"] },
];

/** The rows under the headings; days as `YYYY-MM-DD` however they were written. Null where it is no such sheet. */
export function mergerRowsIn(cells: readonly (readonly (string | null)[])[]): MergerRow[] | null {
  const rows = rowsUnderHeadings(cells, mergerColumns, ["from", "to", "on"]);
  return (
    rows && rows.map((row) => (row.on ? { ...row, on: readTypedDate(row.on)?.toString() ?? row.on } : row))
  );
}
