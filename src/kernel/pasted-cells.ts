/**
 * The cells of a text that was copied out of a spreadsheet: columns by tab, rows by line. A cell with a tab, a line break
 * or a quotation mark in it comes in quotation marks, with its own doubled. Blank cells are null; blank rows stay, so
 * that a row is found by its line.
 */
export function pastedCells(text: string): (string | null)[][] {
  const rows: (string | null)[][] = [[]];
  for (let at = 0; ;) {
    const end = endOfCell(text, at);
    rows.at(-1)!.push(wordsOf(text.slice(at, end)));
    if (end >= text.length) return rows;
    if (text[end] !== "\t") rows.push([]);
    at = text.startsWith("\r\n", end) ? end + 2 : end + 1;
  }
}

/** Where a cell that begins here ends: before a tab, a line break or the end of the text. */
function endOfCell(text: string, start: number): number {
  const quoted = text[start] === '"' ? endOfQuoted(text, start) : -1;
  if (quoted >= 0) return quoted;
  const parting = /[\t\r\n]/g;
  parting.lastIndex = start;
  return parting.exec(text)?.index ?? text.length;
}

/** The same of one in quotation marks; -1 where they do not hold the whole cell. No mark is looked at twice by two cells. */
function endOfQuoted(text: string, start: number): number {
  let mark = text.indexOf('"', start + 1);
  while (mark >= 0 && text[mark + 1] === '"') mark = text.indexOf('"', mark + 2);
  const closes = mark >= 0 && (mark + 1 === text.length || "\t\r\n".includes(text[mark + 1]!));
  return closes ? mark + 1 : -1;
}

function wordsOf(written: string): string | null {
  const plain =
    written.length > 1 && written.startsWith('"') && written.endsWith('"')
      ? written.slice(1, -1).replaceAll('""', '"')
      : written;
  const words = plain.replace(/\s+/g, " ").trim();
  return words === "" ? null : words;
}
