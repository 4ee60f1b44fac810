/** A cell holds 32,767 characters at most; with its marks and entities a text is never longer than this. */
const longestText = 250_000;
/** The reader of sheets makes a table of all cells up to the last one, whether they are there or not. */
const mostCells = 2_000_000;

/** Whether an unpacked workbook would take more to read than any sheet of an office: asked before it is read. */
export function isBeyondReading(files: ReadonlyMap<string, Buffer>): boolean {
  return [...files].some(([name, content]) => {
    if (!name.endsWith(".xml")) return false;
    const text = content.toString("latin1");
    return hasEndlessText(text) || (/worksheets\//.test(name) && cellsUpToLast(text) > mostCells);
  });
}

function hasEndlessText(xml: string): boolean {
  for (let at = 0; at < xml.length;) {
    const next = xml.indexOf("<", at);
    if ((next < 0 ? xml.length : next) - at > longestText) return true;
    if (next < 0) return false;
    at = next + 1;
  }
  return false;
}

function cellsUpToLast(xml: string): number {
  let [rows, columns] = [0, 0];
  for (const [, letters = "", row] of xml.matchAll(/\sr=["']([A-Za-z]{0,20})(\d{1,20})["']/g)) {
    rows = Math.max(rows, Number(row));
    columns = Math.max(columns, columnNumber(letters));
  }
  return rows * columns;
}

function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
