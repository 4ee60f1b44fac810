/**
 * The cells of a text that was copied out of a spreadsheet: columns by tab, rows by line. A cell with a tab, a line break
 * or a quotation mark in it comes in quotation marks, with its own doubled. Blank cells are null; blank rows stay, so
 * that a row is found by its line.
 */
export function pastedCells(text: string): (string | null)[][] {
  const rows: (string | null)[][] = [[]];
  const cell = /("(?:[^"]|"")*"(?=[\t\r\n]|$)|[^\t\r\n]*)(\t|\r\n|\n|\r|$)/gy;
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    rows.at(-1)!.push(wordsOf(found[1]!));
    if (found[2] === "") break;
    if (found[2] !== "\t") rows.push([]);
  }
  return rows;
}

function wordsOf(written: string): string | null {
  const plain =
    written.length > 1 && written.startsWith('"') && written.endsWith('"')
      ? written.slice(1, -1).replaceAll('""', '"')
      : written;
  const words = plain.replace(/\s+/g, " ").trim();
  return words === "" ? null : words;
}
