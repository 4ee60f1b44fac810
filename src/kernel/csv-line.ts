import { plainCell, type SheetCell } from "./sheet-cell.ts";

/** A cell that begins like this is worked out by a spreadsheet instead of shown. */
const formula = /^\s*[=+\-@\t\r＝＋－＠]/;
/** The same after what a spreadsheet parts cells by where a comma is the sign of a fraction, as in Việt Nam. */
const formulaAfterSemicolon = /(;\s*)(?=[=+\-@＝＋－＠])/g;

/** One line of a CSV file (RFC 4180); what could be taken for a formula is kept as text by a leading apostrophe. */
export function csvLine(cells: readonly SheetCell[]): string {
  return `${cells.map((cell) => cellOf(plainCell(cell))).join(",")}\r\n`;
}

function cellOf(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const parted = value.replace(formulaAfterSemicolon, "$1'");
  const safe = formula.test(value) ? `'${parted}` : parted;
  return /[",\r\n]/.test(safe) || safe !== value ? `"${safe.replaceAll('"', '""')}"` : safe;
}
