import { rowsUnderHeadings } from "#kernel/sheet-rows.ts";
import { readTypedDate } from "#kernel/typed-date.ts";
import type { SuccessionRow } from "../succession-row.ts";

type Column = Exclude<keyof SuccessionRow, "line">;

/** The columns of a sheet of successions, with the template's example rows. */
export const successionColumns: readonly {
  key: Column;
  heading: string;
  width: number;
  examples: readonly string[];
}[] = [
  {
    key: "kind",
    heading: "Hình thức",
    width: 24,
    examples: [
      "Sáp nhập",
      "Sáp nhập",
      "Đổi tên",
      "Chia tách",
      "Chuyển một phần",
      "Chuyển nơi trực thuộc",
      "Kết thúc hoạt động",
    ],
  },
  {
    key: "from",
    heading: "Mã các đơn vị cũ",
    width: 28,
    examples: ["XA-T1, XA-T2", "XA-T3", "XA-T5", "XA-T6", "XA-T7", "XA-T8", "XA-P1"],
  },
  {
    key: "to",
    heading: "Mã đơn vị sau sắp xếp",
    width: 26,
    examples: ["XA-T12", "XA-T4", "", "XA-T61, XA-T62", "XA-T4", "XB", ""],
  },
  {
    key: "name",
    heading: "Tên đơn vị mới",
    width: 36,
    examples: ["Thôn Đoàn Kết", "", "Thôn Hòa Bình", "Thôn Đông; Thôn Tây", "", "", ""],
  },
  {
    key: "rest",
    heading: "Nơi nhận đơn vị trực thuộc",
    width: 26,
    examples: ["", "", "", "", "", "", "XA"],
  },
  { key: "on", heading: "Ngày sắp xếp", width: 16, examples: Array<string>(7).fill("01/03/2026") },
  { key: "symbol", heading: "Số văn bản", width: 20, examples: Array<string>(7).fill("12/NQ-HĐND") },
];

/** Sheets of mergers alone were headed so. */
const ofMergers: Partial<Record<Column, string>> = { to: "Mã đơn vị sau sáp nhập", on: "Ngày sáp nhập" };
const mergerColumns = successionColumns.map(({ key, heading }) => ({
  key,
  heading: ofMergers[key] ?? heading,
}));

/** The rows under the headings; days as `YYYY-MM-DD` however they were written. Null where it is no such sheet. */
export function successionRowsIn(cells: readonly (readonly (string | null)[])[]): SuccessionRow[] | null {
  const rows =
    rowsUnderHeadings(cells, successionColumns, ["from", "to", "on"]) ??
    rowsUnderHeadings(cells, mergerColumns, ["from", "to", "on"]);
  return (
    rows && rows.map((row) => (row.on ? { ...row, on: readTypedDate(row.on)?.toString() ?? row.on } : row))
  );
}
