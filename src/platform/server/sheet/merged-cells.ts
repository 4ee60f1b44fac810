/** A block of cells, both corners included, counted from 0. */
export type Block = { top: number; left: number; bottom: number; right: number };

/** The merged blocks of a sheet. */
export function mergedBlocks(sheet: string): Block[] {
  const found = sheet.matchAll(/<(?:\w+:)?mergeCell\b[^>]*\bref="\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)"/g);
  return [...found].map(([, left, top, right, bottom]) => ({
    top: Number(top) - 1,
    left: columnNumber(left!),
    bottom: Number(bottom) - 1,
    right: columnNumber(right!),
  }));
}

/** No sheet has more columns; what lies beyond is no sheet's. */
const columns = 16_384;
/** So many cells of a row are filled at most: a title merged across the whole sheet says it once. */
const across = 100;

function isSound({ top, left, bottom, right }: Block): boolean {
  return top >= 0 && top <= bottom && left <= right && left < columns;
}

/** How many cells of so many rows the blocks would fill. In a sheet that a program has written they never overlap. */
export function cellsCovered(blocks: readonly Block[], rows: number): number {
  return blocks.filter(isSound).reduce((sum, { top, left, bottom, right }) => {
    const lines = Math.max(0, Math.min(bottom, rows - 1) - top + 1);
    return sum + lines * (Math.min(right, left + across) - left + 1);
  }, 0);
}

/** Every cell of a merged block gets the value that the sheet shows across it. */
export function fillBlocks<Cell>(cells: (Cell | null)[][], blocks: readonly Block[]): (Cell | null)[][] {
  const filled = cells.map((row) => [...row]);
  for (const { top, left, bottom, right } of blocks.filter(isSound)) {
    const value = cells[top]?.[left] ?? null;
    for (let row = top; row <= Math.min(bottom, filled.length - 1); row++) {
      for (let column = left; column <= Math.min(right, left + across); column++)
        filled[row]![column] = value;
    }
  }
  return filled;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
