import type { SheetCell } from "#kernel/sheet-cell.ts";
import { packed, type Packed } from "./packed.ts";
import { rowsText } from "./sheet-text.ts";

/** Rows of a sheet, the line of the first, and the checksum of what stands before them. */
export type RowsToPack = {
  readonly rows: readonly (readonly SheetCell[])[];
  readonly line: number;
  readonly crc: number;
};

export function work({ rows, line, crc }: RowsToPack): Packed {
  return packed(rowsText(rows, line), crc);
}
