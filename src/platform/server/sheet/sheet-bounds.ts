/** A cell holds 32,767 characters at most; with its marks and entities a text is never longer than this. */
const longestText = 250_000;
/** The reader of sheets makes a table of all cells up to the last one, whether they are there or not. */
const mostCells = 2_000_000;

/** The files that the reader of sheets reads. */
export const isReadOfSheet = (name: string): boolean => /\.xml(\.rels)?$/.test(name);

/** Whether an unpacked workbook would take more to read than any sheet of an office: asked before it is read. */
export function isBeyondReading(files: ReadonlyMap<string, Buffer>): boolean {
  return [...files].some(([name, content]) => {
    if (!isReadOfSheet(name)) return false;
    const text = content.toString("utf8");
    return hasEndlessText(text) || (isSheet(name, text) && cellsUpToLast(text) > mostCells);
  });
}

/** Which file is a sheet the workbook says, whatever its name. */
function isSheet(name: string, text: string): boolean {
  return name.includes("worksheets/") || text.includes("sheetData");
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

/** The place of a row or a cell, as programs write it; what a reader would make of anything else is not guessed. */
const place = /^([A-Z]{0,3})(\d{0,7})$/;
/** What the prefix r of a name stands for, which the reader takes for a place that is none. */
const prefix =
  /^http:\/\/(?:schemas\.openxmlformats\.org\/officeDocument\/2006|purl\.oclc\.org\/ooxml\/officeDocument)\/relationships$/;

function cellsUpToLast(xml: string): number {
  let [rows, columns] = [0, 0];
  for (const [, double, single] of xml.matchAll(/(?<![\w.-])r=(?:"([^"]*)"|'([^']*)')/g)) {
    const value = double ?? single ?? "";
    if (prefix.test(value)) continue;
    const [found, letters = "", row] = place.exec(value) ?? [];
    if (found === undefined) return Infinity;
    rows = Math.max(rows, Number(row));
    columns = Math.max(columns, columnNumber(letters));
  }
  return rows * columns;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
