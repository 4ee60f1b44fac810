import { cleanText } from "#kernel/vietnamese-text.ts";
import { columnWidths } from "./column-widths.ts";
import type { Cell, Inline, Table } from "./document-model.ts";
import { sheet, type LaidCell, type LaidTable } from "./laid-paper.ts";
import { runs } from "./laid-runs.ts";

/** A table in a width in points: no number and no date broken, no row but a very tall one over two pages. */
export function laidTable({ columns, rows, total }: Table, width: number): LaidTable {
  const laidRow = (cells: readonly Cell[]) => {
    let column = 0;
    return cells.map((cell) => {
      const laid = laidCell(cell, columns[column]?.align ?? "left");
      column += laid.span;
      return laid;
    });
  };
  const titles = columns.map(({ title }) => cleanText(title));
  const laid = rows.map(laidRow);
  const shares = columns.map((column) => column.width);
  const widths = columnWidths(shares, wordsOf(titles, laid), { width, size: sheet.tableSize });
  return {
    kind: "table",
    widths,
    titles,
    rows: laid,
    tall: laid.flatMap((row, index) => (isTall(row, widths, width) ? [index] : [])),
    total: total ? laidRow(total).map(inBold) : null,
  };
}

/** The words of each column; a cell over several of them asks nothing of any. */
function wordsOf(titles: readonly string[], rows: readonly (readonly LaidCell[])[]): string[][] {
  const words = titles.map((title) => title.split(/\s/));
  for (const row of rows) {
    let column = 0;
    for (const { runs: said, span } of row) {
      if (span === 1) words[column]?.push(...said.flatMap(({ text }) => text.split(/\s/)));
      column += span;
    }
  }
  return words;
}

/** As many lines as half a page has, and more, whichever way the sheet lies; letters counted as wide ones. */
const TALL = 28;
const WIDE_LETTER = 6;

function isTall(row: readonly LaidCell[], widths: readonly number[], width: number): boolean {
  let column = 0;
  return row.some(({ runs: said, span }) => {
    const share = widths.slice(column, column + span).reduce((sum, each) => sum + each, 0);
    column += span;
    const lines = said.flatMap(({ text }) => text.split("\n"));
    const letters = Math.max(1, (share * width) / WIDE_LETTER);
    return lines.reduce((sum, line) => sum + Math.ceil(line.length / letters), 0) > TALL;
  });
}

function laidCell(cell: Cell, align: LaidCell["align"]): LaidCell {
  if (typeof cell === "string" || Array.isArray(cell)) return { runs: runs(cell as Inline), span: 1, align };
  const own = cell as Exclude<Cell, Inline>;
  const laid = { runs: runs(own.text), span: own.span ?? 1, align: own.align ?? align };
  return own.link ? { ...laid, link: own.link } : laid;
}

function inBold(cell: LaidCell): LaidCell {
  return { ...cell, runs: cell.runs.map((run) => ({ ...run, bold: true })) };
}
