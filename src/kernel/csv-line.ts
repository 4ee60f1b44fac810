import { plainCell, type SheetCell } from "./sheet-cell.ts";

/** A cell that begins like this is worked out by a spreadsheet instead of shown. */
const formula = /^\s*[=+\-@\t\r＝＋－＠]/;

/** One line of a CSV file (RFC 4180); what could be taken for a formula is kept as text by a leading apostrophe. */
export function csvLine(cells: readonly SheetCell[]): string {
  return `${cells.map((cell) => cellOf(plainCell(cell))).join(",")}\r\n`;
}

function cellOf(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) || safe !== value ? `"${safe.replaceAll('"', '""')}"` : safe;
}
