import { readCells } from "./read-cells.ts";

/** A file, and what is to become of texts in an encoding of before Unicode. */
export type SheetToRead = { readonly bytes: Uint8Array; readonly choice: string | undefined };

export function work({ bytes, choice }: SheetToRead): Promise<(string | null)[][]> {
  return readCells(Buffer.from(bytes), choice);
}
