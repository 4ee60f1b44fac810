import type { SheetCell } from "#kernel/sheet-cell.ts";

/** The styles of cells, by their place in the workbook's list of styles. */
const styles = { plain: 0, text: 1, heading: 2, day: 3, share: 4, number: 5 } as const;

/** Rows as they stand in a sheet; `line` is that of the first. */
export function rowsText(rows: readonly (readonly SheetCell[])[], line: number): string {
  return rows.map((cells, index) => rowText(cells, line + index)).join("");
}

function rowText(cells: readonly SheetCell[], line: number): string {
  return `<row r="${line}">${cells.map((cell, column) => cellText(cell, `${columnName(column)}${line}`)).join("")}</row>`;
}

function cellText(cell: SheetCell, at: string): string {
  if (cell === null) return "";
  if (typeof cell === "number") return number(at, styles.number, cell);
  if (typeof cell === "string") return inline(at, styles.text, cell);
  if ("heading" in cell) return inline(at, styles.heading, cell.heading);
  if ("day" in cell) return number(at, styles.day, serialOf(cell.day));
  return number(at, styles.share, cell.share / 100);
}

const number = (at: string, style: number, value: number) => `<c r="${at}" s="${style}"><v>${value}</v></c>`;
const inline = (at: string, style: number, value: string) =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;

/** A, B, … Z, AA, … */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** A spreadsheet counts days from the last but one of 1899. */
function serialOf(day: string): number {
  return Temporal.PlainDate.from("1899-12-30").until(Temporal.PlainDate.from(day)).days;
}

const longestCell = 32_767;
/** What XML cannot hold, not even escaped. */
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export function escaped(value: string): string {
  const kept = value.slice(0, longestCell).toWellFormed().replace(unwritable, "");
  return (
    kept
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      // "]]>" must not stand in a text, and a carriage return written as itself is read as none.
      .replaceAll(">", "&gt;")
      .replaceAll("\r", "&#13;")
      .replaceAll('"', "&quot;")
  );
}
