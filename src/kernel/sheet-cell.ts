/** One cell of a sheet: a text, a number, a day (`YYYY-MM-DD`), a share in percent, or nothing. */
export type SheetCell =
  | string
  | number
  | null
  | { readonly heading: string }
  | { readonly day: string }
  | { readonly share: number };

/** A cell where there is only text: days as they are, shares as their number. */
export function plainCell(cell: SheetCell): string | number | null {
  if (cell === null || typeof cell !== "object") return cell;
  if ("heading" in cell) return cell.heading;
  return "day" in cell ? cell.day : cell.share;
}
